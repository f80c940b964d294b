import { expect, it } from 'vitest';
import { SearchedSurface } from '../../../entrypoints/tagger/finding';
import { passageOf } from '../../../entrypoints/tagger/passage';
import type { Surface } from '../../../entrypoints/tagger/surfaces/surface';

const BEFORE = ['Weekly notes', 'Nothing much happened in the first week.'];
const AFTER = ['Next, the plan for the second half.', 'And nobody minded.'];
const FOLDED = 'Stack trace of the outage, as it was sent round.';
const PASSAGE = 'We found the cause in a day.\nMore\nand wrote down why it happened.';

const textOf = (...between: string[]) => {
  const [first, second, last] = PASSAGE.split('\n');
  return [...BEFORE, first, second, ...between, `${last} Thanks to all.`, ...AFTER].join('\n');
};

/** The record of the passage, tagged where `folded` stood in it. */
function recordIn(text: string, folded: string) {
  const start = text.indexOf('We found');
  const end = text.indexOf(' Thanks');
  const at = text.indexOf(folded);
  const passedOver = [{ start: at, end: at + folded.length }];
  const passage = passageOf({ text, selection: { start, end }, passedOver });
  if (!passage.ok) throw new Error(passage.why);
  return { id: 'one', hue: 0, quote: passage.quote };
}

async function foundIn(text: string, record: ReturnType<typeof recordIn>) {
  const place = new SearchedSurface({ text: async () => text } as unknown as Surface);
  await place.readAgain();
  const found = await place.find(record);
  return found && { ...found, words: text.slice(found.start, found.end) };
}

it('leaves out of a passage what is passed over in it, and keeps from where to where it goes', () => {
  const text = textOf(FOLDED);
  const { quote } = recordIn(text, FOLDED);
  expect(quote.exact).toBe(PASSAGE);
  expect(text.slice(quote.start, quote.end)).toContain(FOLDED);
});

it('begins and ends a passage with its words where only blanks stand beside what is passed over', () => {
  const text = '\u00A0\nHidden\nSeen\nHidden\n\u00A0';
  const selection = { start: 0, end: text.length };
  const passedOver = [
    { start: 2, end: 8 },
    { start: 14, end: 20 },
  ];
  expect(passageOf({ text, selection, passedOver })).toMatchObject({
    span: { start: 9, end: 13 },
    quote: { exact: 'Seen', start: 9, end: 13 },
  });
});

it('takes a passage that is too long only by what is passed over in it', () => {
  const log = 'words '.repeat(20_000);
  expect(recordIn(textOf(log), log).quote.exact).toBe(PASSAGE);
});

it.each([
  ['where it was tagged', textOf(FOLDED)],
  ['elsewhere', `Something new.\n${textOf(FOLDED)}`],
  ['with other words in between', textOf(`${FOLDED} 12 comments`)],
  ['with nothing in between', textOf()],
])('finds it as it was %s', async (_what, text) => {
  const record = recordIn(textOf(FOLDED), FOLDED);
  const found = await foundIn(text, record);
  expect(found?.confidence).toBe('same');
  expect(found?.words).toMatch(/^We found .*happened\.$/s);
});

it('finds it where its context is, of two places that read so', async () => {
  const text = textOf(FOLDED);
  const copy = text.split('\n').slice(2, 6).join('\n');
  const found = await foundIn(`${copy}\n${text}`, recordIn(text, FOLDED));
  expect(found).toMatchObject({
    confidence: 'same',
    start: copy.length + 1 + text.indexOf('We found'),
  });
});

it('is not sure of it where its words were changed, or far more stands in between', async () => {
  const record = recordIn(textOf(FOLDED), FOLDED);
  const edited = await foundIn(textOf(FOLDED).replace('in a day', 'in two days'), record);
  expect(edited?.confidence).toBe('edited');
  const apart = await foundIn(textOf(FOLDED, ...Array(50).fill(FOLDED)), record);
  expect(apart?.confidence).not.toBe('same');
});

it('finds what was tagged with the folded words as it did', async () => {
  const text = textOf(FOLDED);
  const selection = { start: text.indexOf('We found'), end: text.indexOf(' Thanks') };
  const passage = passageOf({ text, selection });
  if (!passage.ok) throw new Error(passage.why);
  expect(passage.quote.exact).toContain(FOLDED);
  const found = await foundIn(`New.\n${text}`, { id: 'one', hue: 0, quote: passage.quote });
  expect(found).toMatchObject({ words: passage.quote.exact, confidence: 'same' });
});

it('finds a passage of one line where it stands, however wrong its end is', async () => {
  const text = textOf(FOLDED);
  const start = text.indexOf('We found');
  const exact = text.slice(start, text.indexOf('\n', start));
  const quote = { exact, prefix: '', suffix: 'We', start, end: start + exact.length + 40 };
  const found = await foundIn(text, { id: 'one', hue: 0, quote });
  expect(found).toMatchObject({ words: exact, start });
});
