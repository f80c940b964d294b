import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { domSnapshot } from './harness/dom-snapshot';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { pickerFrame, pickerGone } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { until } from './harness/until';
import { openSearch } from './support/firefox-popup';

const PASSAGE = 'Before we built anything I sat at the front desk of six clinics for a day each';

let site: Site;
let rung: InFirefox;

beforeAll(async () => {
  site = await serve({ '/': await readFile('tests/fixtures/sample-review.html', 'utf8') });
  rung = await launchFirefox();
  await rung.storage.set({ settings: { ladder: 'webflow-pm', level: 'pm2' } });
});

afterAll(async () => {
  await rung?.close();
  await site?.close();
});

it('looks up what is typed into the popup', async () => {
  await rung.open(site.url());
  await openSearch(rung);

  await rung.display.type('stakeholder');

  const found = () =>
    rung.inView('popup', (document) => document.querySelectorAll('.result-name').length);
  await expect.poll(found).toBeGreaterThan(2);
  await rung.key('Escape', 'Escape');
  await until('the popup has gone', async () => !(await rung.hasView('popup')));
});

it('tags a passage with three keystrokes and leaves the page as it was', async () => {
  const page = await rung.open(site.url());
  await selectText(page, PASSAGE);
  const before = await domSnapshot(page);

  await rung.command('tag');
  await pickerFrame(page);
  expect(await domSnapshot(page)).not.toBe(before);
  await rung.key('ArrowDown', 'Enter');

  const stored = await until('a record is stored', async () => {
    const keys = Object.entries(await rung.storage.get());
    return keys.find(([key]) => key.startsWith('evidence:'))?.[1];
  });
  expect(stored).toMatchObject({
    ladder: 'webflow-pm',
    level: 'pm2',
    target: { source: site.url(), selector: [{ exact: PASSAGE }, {}] },
  });
  await pickerGone(page);
  expect(await domSnapshot(page)).toBe(before);
});
