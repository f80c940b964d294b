import type { InChromium } from '../harness/chromium';
import type { Site } from '../harness/serve';
import { until } from '../harness/until';

/** Path of a page that keeps what is pasted into it; to be served beside a test's own pages. */
export const PASTE_PATH = '/paste';

export const PASTE_PAGE = `<!doctype html><html lang="en"><title>Paste here</title>
<div id="here" contenteditable style="min-height: 200px"></div>
<script>
  addEventListener('paste', ({ clipboardData }) => {
    window.pasted = {
      text: clipboardData.getData('text/plain'),
      html: clipboardData.getData('text/html'),
    };
  });
</script></html>`;

/** What is on the clipboard, `''` where it has nothing of a kind. */
export interface Pasted {
  readonly text: string;
  readonly html: string;
}

/** Pastes with real keys into an ordinary page, which then says what it was given. */
export async function pasteInto(rung: InChromium, site: Site): Promise<Pasted> {
  const page = await rung.open(site.url(PASTE_PATH));
  // A click gives the window's keyboard to the page, whatever view had it before.
  await page.locator('#here').click();
  await rung.key('Control+v');
  const given = await until('something is pasted', () =>
    page.evaluate(() => (window as unknown as { pasted?: Pasted }).pasted ?? null),
  );
  await page.close();
  return given;
}
