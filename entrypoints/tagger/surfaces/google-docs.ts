import type { Span } from '../../../data/passage';
import { arrive } from './google-docs/arrive';
import { Composition } from './google-docs/composition';
import { DocsPage } from './google-docs/docs-page';
import { EDITOR_HOST, EDITOR_PATH, INPUT_FRAME } from './google-docs/names';
import { selectionRect } from './google-docs/on-screen';
import { Painter } from './google-docs/paint';
import { type Experience, readSelection } from './google-docs/read';
import { Watcher } from './google-docs/watch';
import type { Surface } from './surface';

/** Whether this frame is the Google Docs editor, or its read-only view. */
export function isGoogleDocs({ hostname, pathname } = location): boolean {
  return hostname === EDITOR_HOST && EDITOR_PATH.test(pathname);
}

/**
 * Whether this frame is the editor's hidden input. It has the keyboard, and sometimes words in it,
 * but nothing there is the user's document.
 */
export function isGoogleDocsInput(): boolean {
  try {
    return window.frameElement?.matches(INPUT_FRAME) === true && isGoogleDocs(parent.location);
  } catch {
    // A frame of another origin does not tell.
    return false;
  }
}

/** The document of a Google Docs page, whose words are pixels. */
export function createGoogleDocsSurface(): Surface {
  const end = new AbortController();
  const docs = new DocsPage();
  const composition = new Composition(end.signal);
  const painter = new Painter(document);
  const experience: Experience = { copyForbidden: false };
  /** The text that was given last, which spans count, and the same as the page gave it. */
  let text = '';
  let raw = '';
  let selected: Span | null = null;

  return {
    kind: 'google-docs',
    async read() {
      const result = await readSelection(document, docs, composition, experience);
      selected = result.ok ? result.reading.selection : null;
      if (result.ok && selected) text = result.reading.text;
      return result;
    },
    async text() {
      const answer = await docs.ask();
      // A page that does not answer this once still has the text it had.
      if (answer) ({ text, raw } = answer);
      return text;
    },
    isTextKnown() {
      return text !== '';
    },
    rectsOf(span) {
      const rects = painter.rectsOf(span, text);
      if (rects.length > 0) return rects;
      const isSelected = selected?.start === span.start && selected.end === span.end;
      const drawn = isSelected ? selectionRect(document) : null;
      return drawn ? [drawn] : [];
    },
    paint(marks) {
      painter.show(marks, text);
    },
    idsAt(x, y) {
      return painter.idsAt(x, y);
    },
    goTo(span) {
      return arrive(document, docs, composition, experience, raw, span);
    },
    async leadOut(to) {
      // Read anew: what stands before it may have become longer meanwhile.
      const result = await this.read();
      const at = result.ok ? result.reading.selection?.[to] : undefined;
      if (at !== undefined) await docs.select({ start: at, end: at });
    },
    watch(onChange, signal) {
      let seen = text;
      const read = async () => {
        const answer = await docs.ask();
        const changed = answer ? answer.text !== seen : null;
        seen = answer?.text ?? seen;
        return changed;
      };
      const isOurs = (node: Node) => painter.owns(node);
      new Watcher(document, read, isOurs, () => painter.redraw(), onChange, signal);
    },
    dispose() {
      end.abort();
      painter.close();
    },
  };
}
