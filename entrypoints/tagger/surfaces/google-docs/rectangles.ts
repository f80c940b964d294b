import type { Span } from '../../../../data/passage';
import { isRightToLeft } from '../../../../data/right-to-left';
import { EDITOR, MARGINAL_TEXT, RECTANGLE_FONT, TEXT_RECTANGLE, TILE } from './names';
import { locateRuns, partOf, type Run } from './runs';
import type { Solid } from './solid';

/** A text rectangle on screen and what stands in it. */
interface Rectangle {
  readonly element: Element;
  readonly label: string;
  readonly run: Run;
}

/** The text rectangles on screen, tied to the document's text. */
export class Rectangles {
  private readonly all: readonly Rectangle[];

  constructor(
    page: Document,
    private readonly text: Solid,
  ) {
    const elements = inReadingOrder(page);
    const labels = elements.map((one) => one.getAttribute('aria-label') ?? '');
    const runs = labels.length === 0 ? [] : locateRuns(labels, text, shareAbove(page, elements[0]));
    this.all = elements.flatMap((element, index) => {
      const run = runs[index];
      return run ? [{ element, label: labels[index] ?? '', run }] : [];
    });
  }

  /** Where a span is on screen, line by line, in the viewport; nothing where no rectangle is. */
  boxesOf(span: Span): DOMRect[] {
    return this.all.flatMap(({ element, label, run }) => {
      const part = partOf(run, this.text, span);
      return part ? [partOfBox(element, label, part)] : [];
    });
  }
}

/** Tiles stand in any order in the page, and may overlap; within one, rectangles are in order. */
function inReadingOrder(page: Document): Element[] {
  const tiles = new Map<Element, Element[]>();
  for (const rectangle of page.querySelectorAll(`${EDITOR} ${TEXT_RECTANGLE}`)) {
    if (rectangle.closest(MARGINAL_TEXT)) continue;
    const tile = rectangle.closest(TILE) ?? page.documentElement;
    const known = tiles.get(tile);
    if (known) known.push(rectangle);
    else tiles.set(tile, [rectangle]);
  }
  return [...tiles]
    .map(([tile, rectangles]) => ({ top: tile.getBoundingClientRect().top, rectangles }))
    .sort((a, b) => a.top - b.top)
    .flatMap(({ rectangles }) => rectangles);
}

function shareAbove(page: Document, first: Element | undefined): number {
  const editor = page.querySelector(EDITOR);
  if (!editor || !first || editor.scrollHeight === 0) return 0;
  const top = first.getBoundingClientRect().top - editor.getBoundingClientRect().top;
  return Math.min(1, Math.max(0, (top + editor.scrollTop) / editor.scrollHeight));
}

let context: OffscreenCanvasRenderingContext2D | null = null;

/**
 * The part of a rectangle that some of its label takes: the share of the label's width that these
 * letters have in its own font. A share is right at any zoom.
 */
function partOfBox(element: Element, label: string, { start, end }: Span): DOMRect {
  const box = element.getBoundingClientRect();
  if (start === 0 && end === label.length) return box;
  context ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return box;
  context.font = element.getAttribute(RECTANGLE_FONT) ?? '';
  const share = shareOf(label, { start, end }, (words) => context?.measureText(words).width);
  // Of a line from right to left, what comes first stands at its right.
  const { from, to } = isRightToLeft(label) ? { from: 1 - share.to, to: 1 - share.from } : share;
  return new DOMRect(box.left + from * box.width, box.top, (to - from) * box.width, box.height);
}

/** Where a part of a label begins and ends, as shares of the label's width. */
export function shareOf(
  label: string,
  { start, end }: Span,
  widthOf: (words: string) => number | undefined,
): { from: number; to: number } {
  const whole = widthOf(label) ?? 0;
  if (whole <= 0) return { from: 0, to: 1 };
  const at = (offset: number) => Math.min(1, (widthOf(label.slice(0, offset)) ?? 0) / whole);
  return { from: at(start), to: at(end) };
}
