import { expect, it } from 'vitest';
import type { PressedKey } from '../../../../entrypoints/tagger/shortcuts';
import { leavesSelection } from '../../../../entrypoints/tagger/surfaces/google-docs/keys';

const MODIFIERS = ['Alt', 'Ctrl', 'Meta', 'Shift'] as const;

/** What `commands.getAll` says where nobody changed anything; on a Mac in Firefox's way. */
const SUGGESTED = ['L', 'J', 'K'].map((letter) => `Alt+Shift+${letter}`);
const ON_MAC = ['L', 'J', 'K'].map((letter) => `MacCtrl+Shift+${letter}`);

const leaves = (key: PressedKey, mac: boolean) => leavesSelection(key, mac ? ON_MAC : SUGGESTED);

/** `Alt+Shift+K` as the browser tells of it; `typed` where another sign comes of it. */
function pressed(combination: string, typed?: string): PressedKey {
  const names = combination.split('+');
  const last = names.at(-1) as string;
  const held = (name: (typeof MODIFIERS)[number]) => names.includes(name);
  return {
    key: typed ?? last,
    code: codeOf(last),
    altKey: held('Alt'),
    ctrlKey: held('Ctrl'),
    metaKey: held('Meta'),
    shiftKey: held('Shift'),
  };
}

function codeOf(key: string): string {
  if (/^[A-Z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  return /^\d$/.test(key) ? `Digit${key}` : key;
}

it.each([
  ['Ctrl+c', false],
  ['Ctrl+C', false],
  ['Meta+c', true],
  ['Alt+Shift+K', false],
  ['Alt+Shift+J', false],
  ['Ctrl+Shift+K', true],
  ['Ctrl+Shift+L', true],
  ['Alt', true],
  ['Ctrl+Alt+AltGraph', false],
  ['Shift', false],
  ['Control', true],
])('what was copied counts after %s (on a Mac: %s)', (combination, mac) => {
  expect(leaves(pressed(combination), mac)).toBe(true);
});

it('knows a shortcut of Rung on a keyboard of another script', () => {
  expect(leaves(pressed('Alt+Shift+K', 'Л'), false)).toBe(true);
});

it.each([
  ['Alt+Shift+ArrowRight', true],
  ['Alt+Shift+ArrowRight', false],
  ['Alt+ArrowUp', true],
  ['Alt+Shift+Home', false],
  ['Alt+End', false],
  ['Alt+PageUp', true],
  ['Alt+Shift+PageDown', false],
  ['Alt+Backspace', true],
  ['Shift+ArrowRight', false],
  ['Alt+k', false],
  ['Alt+p', true],
  ['Alt+Shift+K', true],
  ['Ctrl+Alt+c', false],
  ['Ctrl+Alt+Shift+K', false],
  ['Ctrl+Shift+K', false],
  ['Ctrl+a', false],
  ['x', false],
  ['Escape', false],
])('what was copied is forgotten at %s (on a Mac: %s)', (combination, mac) => {
  expect(leaves(pressed(combination), mac)).toBe(false);
});

it.each([
  ['Ctrl+Shift+Y', 'Ctrl+Shift+Y'],
  ['Ctrl+Shift+Y', 'Meta+Shift+Y'],
  ['Command+Shift+1', 'Meta+Shift+1', '!'],
  ['⌃⇧Y', 'Ctrl+Shift+Y'],
  ['⌥⇧Y', 'Alt+Shift+Y', 'Á'],
  ['⌘⇧Y', 'Meta+Shift+Y'],
  ['Strg+Umschalt+Y', 'Ctrl+Shift+Y'],
  ['Alt+Comma', 'Alt+,'],
  ['Alt+Up', 'Alt+ArrowUp'],
  ['F8', 'F8'],
])('knows the shortcut %s, which a user chose, in %s', (shortcut, combination, typed?: string) => {
  expect(leavesSelection(pressed(combination, typed), [shortcut])).toBe(true);
});

it.each([
  ['Ctrl+Shift+Y', 'Ctrl+Y'],
  ['Ctrl+Shift+Y', 'Ctrl+Alt+Shift+Y'],
  ['Ctrl+Shift+Y', 'Alt+Shift+Y'],
  ['Ctrl+Shift+Y', 'Alt+Shift+K'],
  ['Strg+Umschalt+Y', 'Ctrl+Y'],
  ['Alt+Up', 'Alt+ArrowDown'],
  ['', 'x'],
])('takes, beside the shortcut %j, %s for what it is', (shortcut, combination) => {
  expect(leavesSelection(pressed(combination), [shortcut])).toBe(false);
});
