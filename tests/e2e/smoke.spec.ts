import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { domSnapshot } from './harness/dom-snapshot';
import { pickerFrame, pickerGone } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { answerFirstRun, lookUp } from './harness/steps';
import { until } from './harness/until';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

const PASSAGE = 'we merged the two pieces of work into one that her team led and mine tested';

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  site = await serve({ '/': await readFile('tests/fixtures/sample-review.html', 'utf8') });
  rung = await launchChromium();
});

afterAll(async () => {
  await rung?.close();
  await site?.close();
});

it('looks up, tags with three keystrokes, leaves the page as it was and shows the evidence', async () => {
  // The first run asks two things; then it looks up what is typed.
  await rung.open(site.url());
  await rung.command('_execute_action');
  const popup = await rung.view('/popup.html');
  await answerFirstRun(popup);
  await popup.getByRole('searchbox').waitFor();

  await rung.display.type('stakeholder');

  await expect.poll(() => popup.getByRole('searchbox').inputValue()).toBe('stakeholder');
  await expect.poll(() => popup.locator('.result-name').count()).toBeGreaterThan(2);

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
    ladder: 'intercom-pm',
    level: 'senior-pm',
    target: { source: site.url(), surface: 'page', selector: [{ exact: PASSAGE }, {}] },
  });
  await pickerGone(page);
  expect(await domSnapshot(page)).toBe(before);

  // The side panel looks things up, too.
  const panel = await rung.sidePanel();
  expect(await lookUp(panel, 'roadmap')).not.toEqual([]);
  await panel.getByRole('tab', { name: 'Evidence' }).click();

  await panel.getByText(PASSAGE).first().waitFor();

  expect(rung.watched).toEqual({ errors: [], foreignRequests: [] });
});

it('gets from the browser every shortcut it asks for', async () => {
  const commands = await (await rung.worker()).evaluate(() => chrome.commands.getAll());
  expect(commands.length).toBeGreaterThan(0);
  expect(commands.filter((one) => !one.shortcut)).toEqual([]);
});

it('asks for no host permission at install', async () => {
  const granted = await (await rung.worker()).evaluate(() => chrome.permissions.getAll());
  expect(granted.origins).toEqual([]);
});
