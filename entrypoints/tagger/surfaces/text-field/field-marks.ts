import type { Span } from '../../../../data/passage';
import { MOMENT_STAYS_MS, markMoment } from '../../painting/mark-moment';
import { highlightName } from '../../painting/names';
import { createLayer } from '../../painting/painter';
import type { TextField } from '../field-rules';
import { containsPoint, hasSize, rectsOver } from '../rects';
import type { Mark } from '../surface';
import { carryMarks } from './carry-marks';
import { followElement } from './follow';
import { Mirror } from './mirror';

/**
 * Longest value that is copied only to tell where its selection stands, in UTF-16 units. Above it
 * the copy would be felt, and the field's own rectangle says enough.
 */
const MEASURED = 200_000;

interface Painted {
  readonly mark: Mark;
  readonly range: Range;
}

/**
 * What is shown over a text field. No highlight reaches into one, so its text is mirrored in front of
 * it for as long as something is shown there, and no longer.
 */
export class FieldMarks {
  private readonly layer = createLayer();
  private mirror: Mirror | null = null;
  private following: AbortController | null = null;
  private text = '';
  private painted: readonly Painted[] = [];
  private leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly field: TextField) {}

  /** Shows exactly these marks, which count the field's present value; `[]` takes all away. */
  show(marks: readonly Mark[]): void {
    if (marks.length === 0) {
      this.layer.show([]);
      this.close();
      return;
    }
    const mirror = this.open();
    this.text = this.field.value;
    this.painted = marks.flatMap((mark) => {
      const range = mirror.rangeOf(mark);
      return range ? [{ mark, range }] : [];
    });
    this.layer.show(
      this.painted.map(({ mark, range }) => ({
        name: highlightName(mark.hue, mark.confidence),
        range,
      })),
    );
  }

  /** Ids of what is shown at a point of the viewport, CSS pixels. */
  idsAt(x: number, y: number): string[] {
    if (this.painted.length === 0) return [];
    const root = this.field.getRootNode() as Document | ShadowRoot;
    if (root.elementFromPoint(x, y) !== this.field) return [];
    return this.painted
      .filter(({ range }) => containsPoint([range], x, y))
      .flatMap(({ mark }) => [...mark.ids]);
  }

  /** Where a span is on screen, line by line; at the field's edge where it is scrolled away. */
  rectsOf(span: Span): DOMRect[] {
    const box = this.field.getBoundingClientRect();
    if (this.field.value.length > MEASURED) return [box];
    const mirror = this.mirror ?? new Mirror(this.field);
    const range = mirror.rangeOf(span);
    const rects = range ? rectsOver([range]).map((rect) => keptInside(rect, box)) : [];
    if (mirror !== this.mirror) mirror.dispose();
    const seen = rects.filter(hasSize);
    return seen.length > 0 ? seen : [rects.at(-1) ?? box];
  }

  /** Scrolls the field, by its own scrolling alone, to a span and marks that for a moment. */
  goTo(span: Span): boolean {
    const mirror = this.open();
    const range = mirror.rangeOf(span);
    if (!range) return false;
    scrollInField(this.field, range);
    mirror.place();
    markMoment([range]);
    if (this.painted.length === 0) this.leaving = setTimeout(() => this.close(), MOMENT_STAYS_MS);
    return true;
  }

  private open(): Mirror {
    clearTimeout(this.leaving);
    if (this.mirror) {
      this.mirror.refresh();
      return this.mirror;
    }
    const mirror = new Mirror(this.field);
    this.mirror = mirror;
    this.following = new AbortController();
    const { signal } = this.following;
    const follow = () => {
      if (this.painted.length > 0 && this.field.value !== this.text) this.repaint();
      else mirror.place();
    };
    followElement(this.field, follow, signal);
    // The text under a mark moves as it is typed, before the passage is looked for again.
    this.field.addEventListener('input', () => this.repaint(), { signal });
    return mirror;
  }

  private repaint(): void {
    const marks = this.painted.map(({ mark }) => mark);
    this.show(carryMarks(this.text, this.field.value, marks));
  }

  private close(): void {
    clearTimeout(this.leaving);
    this.following?.abort();
    this.mirror?.dispose();
    this.mirror = null;
    this.painted = [];
  }
}

/** Scrolls a field, by its own scrolling alone, until a range of its mirror is in the middle. */
function scrollInField(field: TextField, range: Range): void {
  const box = field.getBoundingClientRect();
  const rect = range.getBoundingClientRect();
  if (rect.top < box.top || rect.bottom > box.bottom) {
    field.scrollTop += rect.top - box.top - Math.max(0, (box.height - rect.height) / 2);
  }
  if (rect.left < box.left || rect.right > box.right) {
    field.scrollLeft += rect.left - box.left - Math.max(0, (box.width - rect.width) / 2);
  }
}

/** The part of a rectangle that is inside a box, or the box's nearest edge. */
function keptInside(rect: DOMRect, box: DOMRect): DOMRect {
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  const left = clamp(rect.left, box.left, box.right);
  const right = clamp(rect.right, box.left, box.right);
  const top = clamp(rect.top, box.top, box.bottom);
  const bottom = clamp(rect.bottom, box.top, box.bottom);
  return new DOMRect(left, top, right - left, bottom - top);
}
