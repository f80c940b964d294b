import type { Frame, Page } from 'playwright-core';
import type { InChromium } from '../harness/chromium';
import { until } from '../harness/until';

/** A point of a page, CSS pixels of its viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of the first run of text in a page that stands in one text node and reads so. */
export function middleOf(page: Page | Frame, text: string): Promise<Point> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const start = node.data.indexOf(wanted);
      if (start < 0 || node.parentElement?.checkVisibility() === false) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`No text in the page reads "${wanted}".`);
  }, text);
}

/**
 * Clicks at a point of the page with the desktop's own mouse, which also gives the page the
 * window's keyboard; the driver's clicks leave that with the side panel where one is open.
 */
export async function clickAt(rung: InChromium, page: Page, { x, y }: Point): Promise<void> {
  const origin = await originOf(rung, page);
  await rung.display.click(Math.round(origin.x + x), Math.round(origin.y + y));
}

/** The same, and waits until the page has had the click: what a script selects then stays selected. */
export async function clickedAt(rung: InChromium, page: Page, at: Point): Promise<void> {
  await page.evaluate(() => {
    const click = () => Object.assign(window, { clicked: true });
    Object.assign(window, { clicked: false });
    addEventListener('click', click, { capture: true, once: true });
  });
  await clickAt(rung, page, at);
  await until('the page has had the click', () =>
    page.evaluate(() => (window as unknown as { clicked: boolean }).clicked),
  );
}

/**
 * Where the page begins on the desktop, by what it is told of the mouse: nothing else says how wide
 * the window's frame is.
 */
async function originOf({ display }: InChromium, page: Page): Promise<Point> {
  let origin: Point | undefined;
  const told = page.evaluate(
    () =>
      new Promise<Point>((resolve) => {
        const tell = ({ screenX, screenY, clientX, clientY }: MouseEvent) =>
          resolve({ x: screenX - clientX, y: screenY - clientY });
        addEventListener('mousemove', tell, { once: true, capture: true });
      }),
  );
  void told.then((point) => {
    origin = point;
  });
  const middle = await page.evaluate(() => ({
    x: screenX + innerWidth / 2,
    y: screenY + outerHeight - innerHeight / 2,
  }));
  let nudge = 0;
  return until('the page sees the mouse', async () => {
    // One that stands still is not told of.
    nudge = 1 - nudge;
    await display.move(Math.round(middle.x) + nudge, Math.round(middle.y));
    return origin;
  });
}
