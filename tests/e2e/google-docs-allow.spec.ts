import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type DocsInChromium,
  docsInChromium,
  drawnBoxes,
  storeEvidence,
} from './harness/google-docs';
import { allowedSites, answerBrowser } from './support/permission';

const PASSAGE = 'cut the time to a first report from nine days to two, and the share of new';
const PATIENTLY = { timeout: 10_000 };

let docs: DocsInChromium;

beforeAll(async () => {
  docs = await docsInChromium(false);
});
afterAll(() => docs?.close());

it('says that a document that is open already has to be loaded anew, and does it', async () => {
  const { rung } = docs;
  const page = await docs.open();
  await storeEvidence(rung.storage, page, PASSAGE);
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('checkbox', { name: 'Always show my evidence on docs.google.com' }).click();
  await answerBrowser(rung, panel, 'allow');
  await panel.getByText('once it is loaded anew', { exact: false }).waitFor();
  expect(await allowedSites(rung)).toEqual(['https://docs.google.com/*']);

  await panel.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(async () => (await drawnBoxes(page)).length, PATIENTLY).toBeGreaterThan(0);
  expect(await panel.getByText('once it is loaded anew', { exact: false }).count()).toBe(0);
});
