import { afterAll, beforeAll, expect, it } from 'vitest';
import '../fixtures/google-docs/controls';
import { type RealAddress, serveAtRealAddress } from '../fixtures/google-docs/real-address';
import { buildFolder, FIREFOX_BUILD } from './harness/builds';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { allowDocs, DOCS, drawnBoxes, storeEvidence } from './harness/google-docs';
import { SETTLED } from './support/afresh';

const PASSAGE = 'wrote the brief, talked to every team that left';

let real: RealAddress;
let rung: InFirefox;

beforeAll(async () => {
  real = await serveAtRealAddress();
  rung = await launchFirefox({
    extension: await allowDocs(buildFolder(FIREFOX_BUILD)),
    preferences: real.firefoxPreferences,
    acceptInsecureCerts: true,
  });
  await rung.storage.set(SETTLED);
});
afterAll(async () => {
  await rung?.close();
  await real?.close();
});

it('draws over the passage in Google Docs in Firefox, by itself where it is allowed', async () => {
  const page = await rung.open(DOCS);
  await page.waitForFunction(() => window.__docs);
  expect(await page.evaluate(() => window._docs_annotate_canvas_by_ext)).toBe('rung@rung.example');
  await storeEvidence(rung.storage, page, PASSAGE);
  await page.reload();
  await page.waitForFunction(() => window.__docs);
  const truth = () =>
    page.evaluate((words) => {
      const { start, end } = window.__docs.find(words);
      const [box] = window.__docs.rectFor(start, end);
      return box && { left: box.left, right: box.right };
    }, PASSAGE);
  const edges = async () => {
    const boxes = await drawnBoxes(page);
    const box = await truth();
    if (boxes.length === 0 || !box) return 'nothing is drawn';
    const left = Math.min(...boxes.map((one) => one.left)) - box.left;
    const right = Math.max(...boxes.map((one) => one.right)) - box.right;
    return Math.max(Math.abs(left), Math.abs(right)) < 1.5 ? 'right' : `${left} and ${right} off`;
  };
  await expect.poll(edges, { timeout: 15_000 }).toBe('right');
});
