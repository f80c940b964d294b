import type { TextField } from './field-rules';
import { bringIntoView } from './reveal';
import type { Surface } from './surface';
import { carryMarks } from './text-field/carry-marks';
import { FieldMarks } from './text-field/field-marks';
import { selectionIn } from './text-field/selection';

/** A text field: its value, and the selection as the field itself counts it. */
export function createTextFieldSurface(field: TextField): Surface {
  const marks = new FieldMarks(field);
  const end = new AbortController();
  const listeners = new Set<() => void>();
  /** The value as it was given last, which the marks count. */
  let read = field.value;
  /** A script that sets a value fires no event for it, so what comes with it or after has to tell. */
  const compare = () => {
    if (field.value === read) return;
    for (const listener of listeners) listener();
  };
  for (const name of ['selectionchange', 'keyup', 'focusin']) {
    document.addEventListener(name, compare, { signal: end.signal, capture: true, passive: true });
  }

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
    rectsOf: (span) => marks.rectsOf(span),
    isHidden: () => !field.checkVisibility(),
    paint(wanted) {
      compare();
      marks.show(field.value === read ? wanted : carryMarks(read, field.value, wanted));
    },
    idsAt: (x, y) => marks.idsAt(x, y),
    goTo: async (span) => (await bringIntoView(field, () => field)) && marks.goTo(span),
    watch(onChange, watching) {
      if (watching.aborted) return;
      // Listening ends with the surface: held by that signal, fields that have gone would stay in memory.
      const { signal } = end;
      const tell = () => {
        if (!watching.aborted) onChange();
      };
      field.addEventListener('input', tell, { signal });
      field.addEventListener('change', tell, { signal });
      // A form gives a field of that name for its own method.
      const { addEventListener } = EventTarget.prototype;
      // It clears its fields only after it has told.
      const onReset = () => setTimeout(tell);
      if (field.form) addEventListener.call(field.form, 'reset', onReset, { signal });
      listeners.add(tell);
    },
    dispose() {
      end.abort();
      listeners.clear();
      marks.show([]);
    },
  };
}
