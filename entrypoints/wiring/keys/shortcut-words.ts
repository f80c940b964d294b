import { isMac } from '../../../components/common/keys';

/** What Firefox calls a Mac's keys, and what stands on them. Chromium writes them as signs. */
const ON_A_MAC: Readonly<Record<string, string>> = {
  MacCtrl: 'Control',
  Ctrl: 'Command',
  Alt: 'Option',
};

/** A shortcut as the browser has it, with its keys called what they are called where they are pressed. */
export function shortcutInWords(shortcut: string): string {
  if (!isMac()) return shortcut;
  const keys = shortcut.split('+').map((key) => ON_A_MAC[key] ?? key);
  return keys.join('+');
}
