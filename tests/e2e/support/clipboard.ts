import type { Display } from '../harness/display';
import type { Site } from '../harness/serve';
import { until } from '../harness/until';

/** Path of a page that keeps what is pasted into it; to be served beside a test's own pages. */
export const PASTE_PATH = '/paste';

export const PASTE_PAGE = `<!doctype html><html lang="en"><title>Paste here</title>
<div id="here" contenteditable style="min-height: 200px"></div>
<script>
  addEventListener('copy', () => {
    window.copied = String(getSelection());
  });
  addEventListener('paste', ({ clipboardData }) => {
    window.pasted = {
      text: clipboardData.getData('text/plain'),
      html: clipboardData.getData('text/html'),
    };
  });
</script></html>`;

/** Where the page has its field in either browser's window, with or without a panel beside it. */
const IN_PAGE = { x: 400, y: 250 };

/** What is on the clipboard, `''` where it has nothing of a kind. */
export interface Pasted {
  readonly text: string;
  readonly html: string;
}

/** A tab of either browser's driver. */
interface PastingTab {
  evaluate<R>(work: () => R): Promise<R>;
  close(): Promise<void>;
}

/** Either browser with the extension, on a desktop with a clipboard. */
interface PastingBrowser {
  readonly display: Display;
  open(address: string): Promise<PastingTab>;
  key(...combinations: string[]): Promise<void>;
}

/** Copies some words with real keys from an ordinary page, so that they are on the clipboard. */
export async function copyByHand(rung: PastingBrowser, site: Site, words: string): Promise<void> {
  const page = await openPastePage(rung, site);
  await rung.display.type(words);
  await until(
    'the words are typed',
    async () => (await page.evaluate(() => document.getElementById('here')?.textContent)) === words,
  );
  await rung.key('Control+a', 'Control+c');
  await until('the words are copied', () =>
    page.evaluate(() => (window as unknown as { copied?: string }).copied),
  );
  await page.close();
}

/** Pastes with real keys into an ordinary page, which then says what it was given. */
export async function pasteInto(rung: PastingBrowser, site: Site): Promise<Pasted> {
  const page = await openPastePage(rung, site);
  await rung.key('Control+v');
  const given = await until('something is pasted', () =>
    page.evaluate(() => (window as unknown as { pasted?: Pasted }).pasted ?? null),
  );
  await page.close();
  return given;
}

async function openPastePage(rung: PastingBrowser, site: Site): Promise<PastingTab> {
  const page = await rung.open(site.url(PASTE_PATH));
  // A real click gives the window's keyboard to the page, whatever view had it before.
  await until('the page has the keyboard', async () => {
    await rung.display.click(IN_PAGE.x, IN_PAGE.y);
    return page.evaluate(() => document.hasFocus() && document.activeElement?.id === 'here');
  });
  return page;
}
