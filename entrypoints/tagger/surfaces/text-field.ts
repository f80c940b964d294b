import type { TextField } from './field-rules';
import type { Surface } from './surface';

/** A text field: its value, and the selection as the field itself counts it. */
export function createTextFieldSurface(field: TextField): Surface {
  const spanOf = () => {
    const start = field.selectionStart ?? 0;
    const end = field.selectionEnd ?? 0;
    return end > start ? { start, end } : null;
  };
  return {
    kind: 'field',
    async read() {
      return { ok: true, reading: { text: field.value, selection: spanOf() } };
    },
    async text() {
      return field.value;
    },
    rectOf() {
      return field.getBoundingClientRect();
    },
    paint() {},
    idsAt() {
      return [];
    },
    async goTo({ start, end }) {
      field.focus();
      field.setSelectionRange(start, end);
      return true;
    },
    watch(onChange, signal) {
      field.addEventListener('input', onChange, { signal });
    },
    dispose() {},
  };
}
