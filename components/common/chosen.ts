/**
 * Says that a button chose something, as a field says it of itself: the keys that undo are no longer
 * meant for what was done before. For what has no undo of its own, as pressing again takes it back.
 */
export function sayChosen(): void {
  window.dispatchEvent(new Event('change'));
}
