import { expect, it } from 'vitest';
import {
  leavesSelection,
  type PressedKey,
} from '../../entrypoints/tagger/surfaces/google-docs/keys';

const MODIFIERS = ['Alt', 'Ctrl', 'Meta', 'Shift'] as const;

/** `Alt+Shift+K` as the browser tells of it; `typed` where another sign comes of it. */
function pressed(combination: string, typed?: string): PressedKey {
  const names = combination.split('+');
  const last = names.at(-1) as string;
  const held = (name: (typeof MODIFIERS)[number]) => names.includes(name);
  return {
    key: typed ?? last,
    code: /^[A-Z]$/i.test(last) ? `Key${last.toUpperCase()}` : last,
    altKey: held('Alt'),
    ctrlKey: held('Ctrl'),
    metaKey: held('Meta'),
    shiftKey: held('Shift'),
  };
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
  expect(leavesSelection(pressed(combination), mac)).toBe(true);
});

it('knows a shortcut of Rung on a keyboard of another script', () => {
  expect(leavesSelection(pressed('Alt+Shift+K', 'Л'), false)).toBe(true);
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
  expect(leavesSelection(pressed(combination), mac)).toBe(false);
});
