import type { Page } from 'playwright-core';

/** As many stops as no view of a few pieces of evidence has. */
const MOST_STOPS = 120;

/**
 * Presses Tab until the view has been left, or comes to where it was.
 *
 * @returns of each stop that cannot be seen whole, or whose ring is cut, what is wrong
 */
export async function stopsOutOfSight(view: Page): Promise<string[]> {
  const wrong = new Set<string>();
  await view.evaluate(() => {
    Object.assign(window, { walked: new Set<Element>() });
    (document.activeElement as HTMLElement | null)?.blur();
  });
  let stops = 0;
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    await view.keyboard.press('Tab');
    const found = await view.evaluate(whatIsWrong);
    if (found === 'left' && stops > 0) break;
    if (found === 'left') continue;
    if (found === 'again') break;
    stops++;
    if (found !== '') wrong.add(found);
  }
  if (stops < 2) throw new Error('There was nothing to walk through.');
  return [...wrong];
}

/** Runs in the page, once what the focus opened is drawn. */
async function whatIsWrong(): Promise<string> {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const one = document.activeElement as HTMLElement;
  if (!one || one === document.body) return 'left';
  const { walked } = window as unknown as { walked: Set<Element> };
  // A day has stops of its own inside of it.
  if (walked.has(one) && !one.matches('[type=date]')) return 'again';
  walked.add(one);

  const name = `${one.localName} "${(one.ariaLabel ?? one.textContent ?? '').trim()}"`;
  const box = one.getBoundingClientRect();
  const INSET = 3;
  // A link may stand in two lines.
  const edges = Array.from(one.getClientRects()).flatMap(
    ({ left, right, top, bottom }) =>
      [
        [(left + right) / 2, top + INSET],
        [(left + right) / 2, bottom - INSET],
        [left + INSET, (top + bottom) / 2],
        [right - INSET, (top + bottom) / 2],
      ] as const,
  );
  const isSeen = ([x, y]: readonly [number, number]) => {
    const at = document.elementFromPoint(x, y);
    // What is drawn over a field to choose from is a part of it, and lets clicks through.
    return at !== null && (one.contains(at) || one.closest('label, .select')?.contains(at));
  };
  const hidden = edges.filter((edge) => !isSeen(edge)).length;
  if (hidden > 0) return `${name}: ${hidden} of ${edges.length} edges out of sight`;

  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(one);
  if (outlineStyle === 'none') return '';
  const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
  const middle = (box.left + box.right) / 2;
  for (const y of [box.top - reach + 1, box.bottom + reach - 1]) {
    const at = document.elementFromPoint(middle, y);
    // What stays in sight as the rest is scrolled lies over that, and over its rings.
    for (let over = at; over && !over.contains(one); over = over.parentElement) {
      if (getComputedStyle(over).position === 'sticky') return `${name}: its ring is covered`;
    }
  }
  for (let around = one.parentElement; around; around = around.parentElement) {
    const { overflowX, overflowClipMargin } = getComputedStyle(around);
    if (overflowX === 'visible') continue;
    const room = overflowX === 'clip' ? Number.parseFloat(overflowClipMargin) || 0 : 0;
    const outer = around.getBoundingClientRect();
    const cut = Math.max(
      outer.left - box.left,
      box.right - outer.right,
      outer.top - box.top,
      box.bottom - outer.bottom,
    );
    // Where it is scrolled to, a pixel is the least there is.
    if (cut + reach - room > 2) return `${name}: its ring is cut`;
    // What scrolls shows it as it was scrolled to; what only cuts may stand in another that does.
    if (/auto|scroll/.test(overflowX)) break;
  }
  return '';
}
