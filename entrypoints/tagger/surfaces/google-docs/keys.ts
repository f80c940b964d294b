import { matchesShortcut, type PressedKey } from '../../shortcuts';

/** Keys that only go with another: the shortcuts' own, and copy's. */
const MODIFIERS = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift', 'CapsLock', 'Fn']);

/**
 * Whether a key leaves the document and what is selected in it as they are: copy, a shortcut of
 * Rung, or a key held for one. Every other chord may move the caret or type a sign, on a Mac even
 * with Alt.
 *
 * @param shortcuts as the browser has them now: users change them
 */
export function leavesSelection(pressed: PressedKey, shortcuts: readonly string[]): boolean {
  const { key, altKey, ctrlKey, metaKey } = pressed;
  if (MODIFIERS.has(key)) return true;
  if (!altKey && (ctrlKey || metaKey) && key.toLowerCase() === 'c') return true;
  return shortcuts.some((shortcut) => matchesShortcut(pressed, shortcut));
}
