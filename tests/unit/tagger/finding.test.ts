import { expect, it } from 'vitest';
import { describeQuote } from '../../../data/quote';
import { SearchedSurface } from '../../../entrypoints/tagger/finding';
import type { Surface } from '../../../entrypoints/tagger/surfaces/surface';

const PASSAGE = 'I led the billing migration and cut support tickets by forty per cent.';
const filler = (count: number) =>
  Array.from({ length: count }, (_, index) => `Paragraph ${index} is about matter ${index * 7}.`);

/** A surface whose text a test sets. */
function surfaceOf(text: string) {
  const state = { text };
  const place = new SearchedSurface({ text: async () => state.text } as unknown as Surface);
  return { state, place };
}

function recordIn(text: string, exact: string) {
  const start = text.indexOf(exact);
  return { id: 'one', hue: 0, quote: describeQuote(text, start, start + exact.length) };
}

const original = [...filler(300), PASSAGE, ...filler(300)].join('\n');

it.each([
  ['an edit far before', (text: string) => `A new beginning.\n${text}`, PASSAGE, 'same'],
  ['an edit far after', (text: string) => `${text}\nA new end.`, PASSAGE, 'same'],
  [
    'an edit inside',
    (text: string) => text.replace('forty', 'fifty'),
    PASSAGE.replace('forty', 'fifty'),
    'edited',
  ],
])('follows a passage through %s', async (_what, edit, expected, confidence) => {
  const { state, place } = surfaceOf(original);
  const record = recordIn(original, PASSAGE);
  await place.readAgain();
  expect(await place.find(record)).toMatchObject({ confidence: 'same' });

  state.text = edit(original);
  await place.readAgain();
  const found = await place.find(record);

  expect(found && state.text.slice(found.start, found.end)).toBe(expected);
  expect(found?.confidence).toBe(confidence);
});

it('finds a passage again that was gone and comes back elsewhere', async () => {
  const { state, place } = surfaceOf(original);
  const record = recordIn(original, PASSAGE);
  await place.readAgain();
  await place.find(record);

  state.text = original.replace(PASSAGE, '');
  await place.readAgain();
  expect(await place.find(record)).toBeNull();

  state.text = `${state.text}\n${PASSAGE}`;
  await place.readAgain();
  const found = await place.find(record);
  expect(found && state.text.slice(found.start, found.end)).toBe(PASSAGE);
});

it('looks again where the record itself has changed', async () => {
  const { place } = surfaceOf(original);
  await place.readAgain();
  await place.find(recordIn(original, PASSAGE));

  const found = await place.find(recordIn(original, 'Paragraph 7 is about'));

  expect(found && original.slice(found.start, found.end)).toBe('Paragraph 7 is about');
});
