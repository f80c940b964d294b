// @vitest-environment happy-dom
import { h } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { BACKUP_FORMAT } from '../../../data/export/json';
import intercom from '../../../data/ladders/intercom-pm.json';
import { Backup } from '../../../entrypoints/options/Backup';
import { OwnLadders } from '../../../entrypoints/options/OwnLadders';
import { draw, settled, wordsByKey } from '../support/mounted';

const VIEWS = {
  backup: () => h(Backup, { onNotice: () => {} }),
  ladder: () => h(OwnLadders, { ladders: [], onNotice: () => {} }),
};

beforeEach(wordsByKey);

/** Chooses a file in a view, and gives what that says. */
async function choose(view: keyof typeof VIEWS, file: object): Promise<string | undefined> {
  const place = document.createElement('div');
  document.body.append(place);
  await draw(VIEWS[view](), place);
  const input = place.querySelector('input');
  if (!input) throw new Error('There is no field for a file.');
  Object.defineProperty(input, 'files', { value: [{ name: 'file.json', ...file }] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  return place.querySelector('[role=alert]')?.textContent ?? undefined;
}

it.each(['backup', 'ladder'] as const)('says so where a %s cannot be read', async (view) => {
  const arrayBuffer = () => Promise.reject(new Error('NotReadableError'));
  expect(await choose(view, { size: 5, arrayBuffer })).toBe('file_unreadable file.json');
});

it.each(['backup', 'ladder'] as const)('says how to save a %s that is no UTF-8', async (view) => {
  const bytes = new TextEncoder().encode('{"note": "Gr??e"}');
  const latin = bytes.map((byte) => (byte === 63 ? 0xfc : byte));
  const arrayBuffer = async () => latin.buffer;
  expect(await choose(view, { size: 5, arrayBuffer })).toBe('file_encoding file.json');
});

it.each([
  ['backup', 'backup_problem_tooLarge file.json'],
  ['ladder', 'ladders_problem_tooLarge file.json'],
] as const)('does not begin to read a %s that is too large', async (view, words) => {
  const arrayBuffer = vi.fn(async () => new ArrayBuffer(0));
  expect(await choose(view, { size: 3e9, arrayBuffer })).toBe(words);
  expect(arrayBuffer).not.toHaveBeenCalled();
});

it.each([
  ['that is empty', ' ', 'empty file.json'],
  ['that is no JSON, and where', '{\n  "id": "acme",,\n}', 'notJsonAt file.json 2'],
  ['that is a backup', JSON.stringify({ format: BACKUP_FORMAT }), 'backup file.json'],
  [
    'with the id of one that comes with Rung',
    JSON.stringify(intercom),
    'bundled file.json intercom-pm',
  ],
])('says what is wrong with a ladder %s', async (_, text, words) => {
  const { buffer } = new TextEncoder().encode(text);
  const file = { size: buffer.byteLength, arrayBuffer: async () => buffer };
  expect(await choose('ladder', file)).toBe(`ladders_problem_${words}`);
});
