import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { pickerFrame, pickerShown } from './harness/picker';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { until } from './harness/until';
import { closeViews } from './support/afresh';
import { PASSAGE, REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';
import { notedIn } from './support/worlds';

const WORDS = "The page didn't answer: it may be busy. Try again in a moment, or reload the page.";

let site: Site;
let rung: InChromium;
/** What the server says to a page that asks whether it is to stay busy. */
const pages = { '/': REVIEW_PAGE, '/busy': 'yes' };

shareChromium(pages, (shared) => {
  ({ site, rung } = shared);
});
beforeEach(() => {
  pages['/busy'] = 'yes';
});

/** Opens the review, selects a passage, and has the page do nothing else until it is let go. */
async function openBusy(): Promise<{ tab: Page; letGo: () => Promise<void> }> {
  const tab = await rung.open(site.url());
  await selectText(tab, PASSAGE);
  const asked = () => site.asked.filter((path) => path === '/busy').length;
  const before = asked();
  const busy = tab.evaluate(() => {
    const hosts = { came: 0 };
    Object.assign(window, { hosts });
    new MutationObserver((records) => {
      for (const { addedNodes } of records) hosts.came += addedNodes.length;
    }).observe(document.documentElement, { childList: true });
    const stays = () => {
      const request = new XMLHttpRequest();
      request.open('GET', '/busy', false);
      request.send();
      return request.responseText === 'yes';
    };
    while (stays());
  });
  await until('the page is busy', () => asked() > before);
  const letGo = () => {
    pages['/busy'] = 'no';
    return busy;
  };
  return { tab, letGo };
}

/** How many pickers have come up in a page since it was opened. */
const pickersIn = (tab: Page) =>
  tab.evaluate(() => (window as unknown as { hosts: { came: number } }).hosts.came);

it('says that a page does not answer, and shows no picker there once it could', async () => {
  const { tab, letGo } = await openBusy();
  await rung.command('tag');
  const popup = await rung.view('/popup.html');
  await popup.getByText(WORDS).waitFor();
  await closeViews(rung);
  await letGo();

  // What was sent into the page while it was busy has come by now.
  await until('Rung is in the page', async () => (await notedIn(tab)).length > 0);
  expect(await pickersIn(tab)).toBe(0);

  // What would still come by itself comes sooner than what is asked for now.
  await rung.command('tag');
  const picker = await pickerFrame(tab);
  await picker.getByText(PASSAGE).waitFor();
  expect(await pickersIn(tab)).toBe(1);
});

it('tags in a page that was busy only for a moment', async () => {
  const { tab, letGo } = await openBusy();
  await rung.command('tag');
  await letGo();
  const picker = await pickerShown(tab);
  await picker.getByText(PASSAGE).waitFor();
});
