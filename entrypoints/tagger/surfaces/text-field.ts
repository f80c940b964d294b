import type { Span } from '../../../data/passage';
import { MOMENT_STAYS_MS, markMoment } from '../painting/mark-moment';
import { highlightName } from '../painting/names';
import { createLayer } from '../painting/painter';
import type { TextField } from './field-rules';
import { containsPoint, hasSize, rectsOver } from './rects';
import { bringIntoView } from './reveal';
import type { Mark, Surface } from './surface';
import { carryMarks } from './text-field/carry-marks';
import { followElement } from './text-field/follow';
import { Mirror } from './text-field/mirror';
import { selectionIn } from './text-field/selection';

/**
 * Longest value that is copied only to tell where its selection stands, in UTF-16 units. Above it
 * the copy would be felt, and the field's own rectangle says enough.
 */
const MEASURED = 200_000;

/** A text field: its value, and the selection as the field itself counts it. */
export function createTextFieldSurface(field: TextField): Surface {
  const layer = createLayer();
  const end = new AbortController();
  const listeners = new Set<() => void>();
  /** The value as it was given last, which the marks count. */
  let read = field.value;
  let mirror: Mirror | null = null;
  let following: AbortController | null = null;
  let paintedText = '';
  let painted: { readonly mark: Mark; readonly range: Range }[] = [];
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const open = (): Mirror => {
    clearTimeout(leaving);
    if (mirror) {
      mirror.refresh();
      return mirror;
    }
    const opened = new Mirror(field);
    mirror = opened;
    following = new AbortController();
    const follow = () => {
      if (painted.length > 0 && field.value !== paintedText) repaint();
      else opened.place();
    };
    followElement(field, follow, following.signal);
    // The text under a mark moves as it is typed, before the passage is looked for again.
    field.addEventListener('input', () => repaint(), { signal: following.signal });
    return opened;
  };
  const close = () => {
    clearTimeout(leaving);
    following?.abort();
    mirror?.dispose();
    mirror = null;
    painted = [];
  };
  const repaint = () => {
    const marks = painted.map(({ mark }) => mark);
    show(carryMarks(paintedText, field.value, marks));
  };
  const show = (marks: readonly Mark[]) => {
    const opened = open();
    paintedText = field.value;
    painted = marks.flatMap((mark) => {
      const range = opened.rangeOf(mark);
      return range ? [{ mark, range }] : [];
    });
    layer.show(
      painted.map(({ mark, range }) => ({ name: highlightName(mark.hue, mark.confidence), range })),
    );
  };
  /** A script that sets a value fires no event for it, so what comes with it or after has to tell. */
  const compare = () => {
    if (field.value === read) return;
    for (const listener of listeners) listener();
  };
  for (const name of ['selectionchange', 'keyup', 'focusin']) {
    document.addEventListener(name, compare, { signal: end.signal, capture: true, passive: true });
  }
  const rectsInField = (span: Span): DOMRect[] => {
    const box = field.getBoundingClientRect();
    if (field.value.length > MEASURED) return [box];
    const measured = mirror ?? new Mirror(field);
    const range = measured.rangeOf(span);
    const rects = range ? rectsOver([range]).map((rect) => keptInside(rect, box)) : [];
    if (measured !== mirror) measured.dispose();
    const seen = rects.filter(hasSize);
    // What is scrolled away is at the edge it went over.
    return seen.length > 0 ? seen : [rects.at(-1) ?? box];
  };

  return {
    kind: 'field',
    async read() {
      const text = field.value;
      const at = selectionIn(field);
      if ('words' in at) {
        return { ok: true, reading: { text, selection: null, selected: at.words } };
      }
      const { start, end } = at.span;
      const selection = end > start ? at.span : null;
      return { ok: true, reading: { text, selection, ...(!selection && { caret: start }) } };
    },
    async text() {
      read = field.value;
      return read;
    },
    isTextKnown: () => true,
    rectsOf: rectsInField,
    isHidden: () => !field.checkVisibility(),
    paint(marks) {
      compare();
      const current = field.value === read ? marks : carryMarks(read, field.value, marks);
      if (current.length > 0) show(current);
      else {
        layer.show([]);
        close();
      }
    },
    idsAt(x, y) {
      if (painted.length === 0) return [];
      const root = field.getRootNode() as Document | ShadowRoot;
      if (root.elementFromPoint(x, y) !== field) return [];
      return painted
        .filter(({ range }) => containsPoint([range], x, y))
        .flatMap(({ mark }) => [...mark.ids]);
    },
    async goTo(span) {
      if (!(await bringIntoView(field, () => field))) return false;
      const opened = open();
      const range = opened.rangeOf(span);
      if (!range) return false;
      scrollInField(field, range);
      opened.place();
      markMoment([range]);
      if (painted.length === 0) leaving = setTimeout(close, MOMENT_STAYS_MS);
      return true;
    },
    watch(onChange, watching) {
      if (watching.aborted) return;
      // Listening ends with the surface: held by that signal, fields that have gone would stay in memory.
      const { signal } = end;
      const tell = () => {
        if (!watching.aborted) onChange();
      };
      field.addEventListener('input', tell, { signal });
      field.addEventListener('change', tell, { signal });
      // A form clears its fields only after it has told.
      field.form?.addEventListener('reset', () => setTimeout(tell), { signal });
      listeners.add(tell);
    },
    dispose() {
      end.abort();
      listeners.clear();
      layer.show([]);
      close();
    },
  };
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
