/** What is looked at of a key that is pressed. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

type Held = 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey';

/** Chromium writes a Mac's keys as signs, without anything between them. */
const MAC_SIGNS = /[⌃⌥⇧⌘]/g;

/** Firefox says `Ctrl` on a Mac, too, and means Command. */
const NAMES: Readonly<Record<string, readonly Held[]>> = {
  '⌃': ['ctrlKey'],
  '⌥': ['altKey'],
  '⇧': ['shiftKey'],
  '⌘': ['metaKey'],
  MacCtrl: ['ctrlKey'],
  Ctrl: ['ctrlKey', 'metaKey'],
  Command: ['metaKey'],
  Alt: ['altKey'],
  Shift: ['shiftKey'],
};

/** Keys whose name in a shortcut is neither what they type nor the name of an event. */
const KEYS: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Space: ' ',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

let known: readonly string[] = [];

/** Takes note of Rung's own shortcuts, whose keys reach the page in some browsers. */
export function knowShortcuts(shortcuts: readonly string[]): void {
  known = shortcuts;
}

/** Rung's own shortcuts, as the browser had them when something was read here last. */
export function knownShortcuts(): readonly string[] {
  return known;
}

/**
 * Whether a key that is pressed is a shortcut.
 *
 * @param shortcut as `commands.getAll` writes it: `Alt+Shift+K`, `⌃⇧K`. Chromium writes it in the
 *   user's language (`Strg+Umschalt+Y`): an unknown name stands for whichever key is held beyond
 *   the known ones.
 */
export function matchesShortcut(pressed: PressedKey, shortcut: string): boolean {
  const parts = shortcut.replace(MAC_SIGNS, '$&+').split('+');
  const name = parts.pop() ?? '';
  if (!isKey(pressed, name)) return false;
  const held = new Set(
    (['altKey', 'ctrlKey', 'metaKey', 'shiftKey'] as const).filter((one) => pressed[one]),
  );
  let unknown = 0;
  for (const part of parts) {
    const meant = NAMES[part];
    if (!meant) unknown++;
    else if (!meant.some((one) => held.delete(one))) return false;
  }
  return held.size === unknown;
}

/** With Shift or Option, and on a keyboard of another script, a key types another sign. */
function isKey({ key, code }: PressedKey, name: string): boolean {
  if (name === '') return false;
  const wanted = KEYS[name] ?? name;
  return (
    key.toLowerCase() === wanted.toLowerCase() ||
    (/^[A-Z]$/i.test(name) && code === `Key${name.toUpperCase()}`) ||
    (/^\d$/.test(name) && code === `Digit${name}`) ||
    code === name
  );
}
