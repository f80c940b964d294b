import type { Frame, Page } from 'playwright-core';

/** What is seen by screen readers alone has no room; pictures have no spacing. */
const UNSEEN = '.visually-hidden, svg';

/** One line of a longer text by design: all of it is read where the result is opened. */
const EXCERPTS = '.result-snippet, .result-snippet *';

/** What words stand on, in a box of its own. */
const BOXES = 'button, th, summary, label, dt';

/**
 * What a view loses with the spacing that some readers need (WCAG 2.2, 1.4.12): texts that are cut
 * off or reach out of the button they stand on, and what has become wider than its room.
 */
export function lostBySpacing(view: Page | Frame): Promise<string[]> {
  return view.evaluate(spaced, [UNSEEN, EXCERPTS, BOXES] as const);
}

/** Runs in the page. */
async function spaced([unseen, excerpts, boxes]: readonly [string, string, string]): Promise<
  string[]
> {
  const scrolls = (one: HTMLElement) =>
    one.matches('html, #room, dialog') && one.scrollWidth > one.clientWidth + 1;
  const isCut = (one: HTMLElement) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const cuts = /hidden|clip/;
    return (
      (cuts.test(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
      (cuts.test(overflowY) && one.scrollHeight > one.clientHeight + 1)
    );
  };
  const reachesOut = (one: HTMLElement) => {
    // Of words alone: what is around them may have a box that is larger.
    const box = one.children.length === 0 && one.closest(boxes)?.getBoundingClientRect();
    if (!box || one.matches('option')) return false;
    const range = document.createRange();
    range.selectNodeContents(one);
    return Array.from(range.getClientRects()).some(
      ({ left, right, top, bottom }) =>
        left < box.left - 2 ||
        right > box.right + 2 ||
        top < box.top - 2 ||
        bottom > box.bottom + 2,
    );
  };
  const lost = () =>
    [...document.querySelectorAll<HTMLElement>('html, body *')].filter((one) => {
      if (!one.checkVisibility({ visibilityProperty: true })) return false;
      if (one.textContent === '' || one.closest(unseen) || one.matches(excerpts)) return false;
      return scrolls(one) || isCut(one) || reachesOut(one);
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
