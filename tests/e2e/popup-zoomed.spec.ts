import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { SETTLED } from './support/afresh';

/** How large the browser shows all pages, as its settings have it for those who see little. */
const ZOOM = 2;
/** The browser keeps it as so many steps of a fifth. */
const STEPS = Math.log(ZOOM) / Math.log(1.2);

let profile: string;
let rung: InChromium;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'rung-zoomed-'));
  await mkdir(join(profile, 'Default'));
  const preferences = { partition: { default_zoom_level: { x: STEPS } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  rung = await launchChromium({ profile });
});
afterAll(async () => {
  await rung?.close();
  if (profile) await rm(profile, { recursive: true, force: true });
});

it('the popup is as large as it may become where pages are shown at 200 %, and nothing is cut off', async () => {
  await rung.storage.set(SETTLED);
  const popup = await rung.popup();
  await popup.getByRole('searchbox').fill('stakeholder');
  await popup.getByText('Alignment & Evangelism').first().waitFor();

  const sizes = () =>
    popup.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { window: [innerWidth, innerHeight], page: [scrollWidth, scrollHeight] };
    });
  await expect.poll(sizes).toEqual({ window: [400, 300], page: [400, 300] });
  const results = await popup.locator('.popup-results').boundingBox();
  expect(results?.height).toBeGreaterThan(150);
  await popup.getByRole('button', { name: 'Tag a pasted passage' }).click();
  await popup.getByRole('heading', { name: 'Tag a pasted passage' }).waitFor();
  await expect.poll(sizes).toEqual({ window: [400, 300], page: [400, 300] });
});
