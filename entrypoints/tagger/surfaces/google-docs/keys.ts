/** Keys that only go with another: the shortcuts' own, and copy's. */
const MODIFIERS = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift', 'CapsLock', 'Fn']);

/** The letters of Rung's own shortcuts, all of them with Shift; as `wxt.config.ts` suggests them. */
const SHORTCUTS = /^[jkl]$/i;
const SHORTCUT_KEYS = /^Key[JKL]$/;

/** What is looked at of a key that is pressed. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

/**
 * Whether a key leaves the document and what is selected in it as they are: copy, a shortcut of
 * Rung, or a key held for one. With Alt held a Mac moves the caret by words and types signs.
 */
export function leavesSelection(pressed: PressedKey, mac = isMac()): boolean {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  if (MODIFIERS.has(key)) return true;
  if (!altKey && (ctrlKey || metaKey) && key.toLowerCase() === 'c') return true;
  const held = mac ? ctrlKey && !altKey : altKey && !ctrlKey;
  return held && shiftKey && !metaKey && (SHORTCUTS.test(key) || SHORTCUT_KEYS.test(code));
}

function isMac(): boolean {
  return /mac/i.test(navigator.platform);
}
