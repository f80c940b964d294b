import type { Frame, Page } from 'playwright-core';

/** One line of a longer text by design: all of it is read where the result is opened. */
const EXCERPTS = '.result-snippet';

/** What is seen by screen readers alone has no room. */
const UNSEEN = '.visually-hidden';

/**
 * What a view loses with the spacing that some readers need (WCAG 2.2, 1.4.12): texts that are cut
 * off, and what has become wider than its room.
 */
export function lostBySpacing(view: Page | Frame): Promise<string[]> {
  return view.evaluate(spaced, [EXCERPTS, UNSEEN] as const);
}

/** Runs in the page. */
async function spaced([excerpts, unseen]: readonly [string, string]): Promise<string[]> {
  const cuts = (of: string, size: number, room: number) =>
    /hidden|clip/.test(of) && size > room + 1;
  const lost = () =>
    [...document.querySelectorAll<HTMLElement>('html, body *')].filter((one) => {
      if (!one.checkVisibility({ visibilityProperty: true })) return false;
      if (one.closest(unseen) || one.matches(excerpts)) return false;
      const { overflowX, overflowY } = getComputedStyle(one);
      const scrolls = one.matches('html, #room, dialog') && one.scrollWidth > one.clientWidth + 1;
      const isCut =
        cuts(overflowX, one.scrollWidth, one.clientWidth) ||
        cuts(overflowY, one.scrollHeight, one.clientHeight);
      return scrolls || (isCut && one.textContent !== '');
    });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const before = new Set(lost());
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    *, ::before, ::after {
      line-height: 1.5 !important;
      letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important;
    }
    p { margin-bottom: 2em !important; }
  `);
  document.adoptedStyleSheets.push(sheet);
  // What is measured by the page is measured anew in the first, and drawn in the second.
  await frame();
  await frame();
  const words = lost()
    .filter((one) => !before.has(one))
    .map((one) => `${one.localName}.${one.className}: ${one.textContent?.slice(0, 40)}`);
  document.adoptedStyleSheets.pop();
  await frame();
  await frame();
  return words;
}
