import type { Span } from '../../../data/passage';
import { markMoment } from '../painting/mark-moment';
import { highlightName } from '../painting/names';
import { nearbyOnly, type Paintable } from '../painting/nearby';
import { createLayer } from '../painting/painter';
import type { Stretch } from '../painting/stretch';
import { PageReader } from './page-text/page-reader';
import { offsetAt, piecesOf, runAround } from './page-text/positions';
import { rangesOver, stretchesOver } from './page-text/ranges';
import type { Run } from './page-text/run';
import { asMarked } from './page-text/selectable';
import { caretPoint, selectedPoints } from './page-text/selection';
import type { TextModel } from './page-text/text-model';
import { containsPoint, rectsOver } from './rects';
import { bringIntoView } from './reveal';
import type { Mark, Surface } from './surface';

/** What a style sheet alone may show and hide things by. */
const SWITCH = 'input:is([type=checkbox], [type=radio])';

interface PaintedMark {
  readonly mark: Mark;
  readonly stretches: readonly Stretch[];
  /** The run all of it stands in, if it is one, and where in it. */
  readonly run: Run | null;
  readonly inRun: number;
}

/** The page's own text, with the fields met in it, which are surfaces of their own. */
export interface PageTextSurface extends Surface {
  /** Form fields met while the text was last read. */
  fields(): Iterable<Element>;
  /** Has what was hidden read the next time if it is shown by now; whether anything is. */
  checkHidden(): boolean;
}

/**
 * The text of a document: paragraphs, `contenteditable`, open shadow roots.
 *
 * @param onRoot called with each of those roots once it is met, which may be more than once
 */
export function createPageTextSurface(
  page: Document,
  onRoot: (root: ShadowRoot) => void,
): PageTextSurface {
  const layer = nearbyOnly(createLayer());
  const listeners = new Set<() => void>();
  let reader: PageReader | null = null;
  let painted = new Map<string, PaintedMark>();
  /** What was asked to be painted last, and what of it was. */
  let asked: readonly Mark[] | null = null;
  let strokes: readonly Paintable[] = [];

  const read = async (): Promise<PageReader> => {
    const onChange = () => {
      for (const listener of listeners) listener();
    };
    reader ??= new PageReader(page, onChange, onRoot);
    const current = reader;
    await current.read();
    return current;
  };
  const rangesFor = (span: Span) => (reader ? rangesOver(piecesOf(reader.model, span)) : []);

  return {
    kind: 'page',
    async read() {
      const { model, roots } = await read();
      const points = selectedPoints(page, roots);
      const marked =
        points &&
        asMarked(model, {
          start: offsetAt(model, points.start.node, points.start.offset),
          end: offsetAt(model, points.end.node, points.end.offset),
        });
      if (marked && marked.selection.end > marked.selection.start) {
        return { ok: true, reading: { text: model.text, ...marked } };
      }
      const caret = caretPoint(page, roots);
      const at = caret && { caret: offsetAt(model, caret.node, caret.offset) };
      return { ok: true, reading: { text: model.text, selection: null, ...at } };
    },
    distrust() {
      reader?.distrust();
    },
    async text() {
      return (await read()).model.text;
    },
    async lines() {
      return (await read()).model.lines;
    },
    isTextKnown: () => true,
    rectsOf(span) {
      return rectsOver(rangesFor(span));
    },
    isHidden(span) {
      return rectsOver(rangesFor(span)).length === 0;
    },
    checkHidden() {
      return reader?.checkHidden() ?? false;
    },
    paint(marks) {
      if (marks !== asked || !(reader && allStand(reader.model, painted))) {
        asked = marks;
        const next = new Map<string, PaintedMark>();
        const drawn: Paintable[] = [];
        for (const mark of reader ? marks : []) {
          const key = `${mark.ids.join()} ${mark.hue}`;
          const one = paintedAgain((reader as PageReader).model, mark, painted.get(key));
          next.set(key, one);
          const name = highlightName(mark.hue, mark.confidence);
          for (const stretch of one.stretches) drawn.push({ name, stretch });
        }
        painted = next;
        strokes = drawn;
      }
      layer.show(strokes);
    },
    isTorn: () => layer.isTorn(),
    idsAt(x, y) {
      if (!reader || painted.size === 0) return [];
      const caret = caretAt(page, x, y, reader.roots);
      if (!caret) return [];
      const offset = offsetAt(reader.model, caret.node, caret.offset);
      const ids = new Set<string>();
      for (const { mark } of painted.values()) {
        // The caret stands before or after the letter that is pointed at.
        if (offset < mark.start || offset > mark.end) continue;
        if (!containsPoint(rangesFor(mark), x, y)) continue;
        for (const id of mark.ids) ids.add(id);
      }
      return [...ids];
    },
    async goTo(span) {
      // The span is of the text as it was read last: read anew, other words might stand there.
      if (!reader) await read();
      const pieces = reader ? piecesOf(reader.model, span) : [];
      const first = pieces[0];
      if (!first || !(await bringIntoView(first.node, () => rangesOver(pieces.slice(0, 1))[0]))) {
        return false;
      }
      markMoment(rangesOver(pieces));
      return true;
    },
    watch(onChange, signal) {
      if (signal.aborted) return;
      listeners.add(onChange);
      signal.addEventListener('abort', () => listeners.delete(onChange), { once: true });
      const opened = (event: Event) => {
        const target = event.target as Element;
        if (event.type === 'change' && !target.matches(SWITCH)) return;
        // The picker is a popover, too, and so is what lies over fields: in those there is nothing to read.
        if (event.type === 'toggle' && !target.firstChild && !target.shadowRoot) return;
        reader?.distrust();
        onChange();
      };
      for (const type of ['toggle', 'change']) {
        page.addEventListener(type, opened, { signal, capture: true, passive: true });
      }
    },
    fields() {
      return reader?.model.fields ?? [];
    },
    dispose() {
      layer.show([]);
      painted.clear();
      asked = null;
      listeners.clear();
      reader?.dispose();
      reader = null;
    },
  };
}

/** A run that was read again is another object: in the same one a mark's stretches are what they were. */
function paintedAgain(model: TextModel, mark: Mark, old: PaintedMark | undefined): PaintedMark {
  const run = runAround(model, mark);
  const inRun = run ? mark.start - run.start : 0;
  const asBefore =
    old && run && old.run === run && old.inRun === inRun && lengthOf(old.mark) === lengthOf(mark);
  const stretches = asBefore
    ? old.stretches
    : stretchesOver(piecesOf(model, mark), old?.stretches ?? []);
  return { mark, stretches, run, inRun };
}

/** Whether every mark still stands in the run it was painted in, at the same place in it. */
function allStand(model: TextModel, painted: ReadonlyMap<string, PaintedMark>): boolean {
  for (const { mark, run, inRun } of painted.values()) {
    if (!run || !model.isShown(run) || run.start + inRun !== mark.start) return false;
  }
  return true;
}

const lengthOf = ({ start, end }: Span) => end - start;

interface CaretDocument {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots: ShadowRoot[] },
  ): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

function caretAt(page: Document, x: number, y: number, roots: Iterable<ShadowRoot>) {
  const asking = page as unknown as CaretDocument;
  const position = asking.caretPositionFromPoint?.(x, y, { shadowRoots: Array.from(roots) });
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = asking.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
