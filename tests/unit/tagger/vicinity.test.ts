import { expect, it } from 'vitest';
import { describeQuote } from '../../../data/quote';
import { SearchedSurface } from '../../../entrypoints/tagger/finding';
import type { Surface } from '../../../entrypoints/tagger/surfaces/surface';
import { tellingWordsOf, Vicinity } from '../../../entrypoints/tagger/vicinity';

const PASSAGE = 'I led the billing migration and cut support tickets by forty per cent.';
/** Nothing, the first word, the first two, and so on to the end. */
const WORD_ENDS = [0, ...[...PASSAGE.matchAll(/\S+/g)].map((one) => one.index + one[0].length)];
const FILLER = Array.from(
  { length: 400 },
  (_, index) => `Paragraph ${index} is about the matter of ${index * 7} and nothing else.`,
);

const quoteOf = (exact: string) => ({ exact, prefix: '', suffix: '' });

/** Whether a passage is worth a search after `change` was put into the middle of a long text. */
function mayHold(change: string, exact: string, elsewhere = false): boolean | undefined {
  const before = FILLER.join('\n');
  const text = `${before}\n${change}\n${before}`;
  const start = before.length + 1;
  const quote = quoteOf(exact);
  const around = Vicinity.of(text, { start, end: start + change.length });
  return around?.mayHold(quote, tellingWordsOf(quote), elsewhere ? { start: 0, end: 1 } : null);
}

it('looks for a quote where its words came, and not where others did', () => {
  expect(mayHold(PASSAGE, PASSAGE)).toBe(true);
  expect(mayHold(PASSAGE.replace('billing migration', 'move of invoices'), PASSAGE)).toBe(true);
  expect(mayHold('Somebody else led a workshop about the roadmap.', PASSAGE)).toBe(false);
});

it('asks for more where the quote already stands elsewhere', () => {
  const third = 'The billing migration will be somebody else’s next year, we think.';
  expect(mayHold(third, PASSAGE)).toBe(true);
  expect(mayHold(third, PASSAGE, true)).toBe(false);
});

it.each([
  ['without words', '— !? —'],
  ['of short words', 'To be or not to be it is.'],
  ['without spaces', '顧客と話し合いを重ねて計画を見直した'],
])('looks for a quote %s', (_what, exact) => {
  expect(mayHold(exact, exact)).toBe(true);
});

it('looks for nothing where no word of it came, unless something may have parted it or it is near', () => {
  const [first, second] = [
    'I led the billing migration',
    'and cut support tickets by forty per cent.',
  ];
  const before = `${FILLER.join('\n')}\n${first} with `;
  const text = `${before}so much ${second}\n${FILLER.join('\n')}`;
  const change = { start: before.length, end: before.length + 'so '.length };
  const quote = quoteOf(PASSAGE);
  const holds = (onlyByWords: boolean, at: typeof change | null) =>
    Vicinity.of(text, change, onlyByWords)?.mayHold(quote, tellingWordsOf(quote), at);

  expect(holds(true, null)).toBe(false);
  expect(holds(false, null)).toBe(true);
  expect(holds(true, { start: 0, end: PASSAGE.length })).toBe(false);
  expect(holds(true, { start: change.end, end: change.end + second.length })).toBe(true);
});

it('finds a passage that was gone and is typed anew, word by word', async () => {
  const state = { text: [...FILLER, PASSAGE, ...FILLER].join('\n') };
  const place = new SearchedSurface({ text: async () => state.text } as unknown as Surface);
  const start = state.text.indexOf(PASSAGE);
  const quote = describeQuote(state.text, start, start + PASSAGE.length);
  const record = { id: 'one', hue: 0, quote };
  const [before, after] = [state.text.slice(0, start), state.text.slice(start + PASSAGE.length)];

  for (const typed of WORD_ENDS) {
    state.text = before + PASSAGE.slice(0, typed) + after;
    await place.readAgain();
    const found = await place.find(record);
    if (typed === 0) expect(found).toBeNull();
    if (typed === PASSAGE.length) expect(found).toMatchObject({ start, confidence: 'same' });
  }
});

it.each([
  'led the billing migration',
  'ed the billing migratio',
  'illing migratio',
  'pport ticket',
  'igratio',
])('finds "%s", which may be cut inside its words, once its paragraph is back', async (exact) => {
  const state = { text: [...FILLER, PASSAGE, ...FILLER].join('\n') };
  const whole = state.text;
  const place = new SearchedSurface({ text: async () => state.text } as unknown as Surface);
  const start = whole.indexOf(exact);
  const record = { id: 'one', hue: 0, quote: describeQuote(whole, start, start + exact.length) };
  await place.readAgain();
  await place.find(record);
  state.text = whole.replace(`${PASSAGE}\n`, '');
  await place.readAgain();
  await place.find(record);

  state.text = whole;
  await place.readAgain();
  expect(await place.find(record)).toMatchObject({ start, confidence: 'same' });
});

it('says again whether a doubtful passage is the one, once its double is gone', async () => {
  const double = `${PASSAGE}\nNow and then:\n${PASSAGE}`;
  const state = { text: [...FILLER, double, ...FILLER].join('\n') };
  const place = new SearchedSurface({ text: async () => state.text } as unknown as Surface);
  const record = { id: 'one', hue: 0, quote: quoteOf(PASSAGE) };
  await place.readAgain();
  expect(await place.find(record)).toMatchObject({ confidence: 'doubtful' });
  state.text = `${state.text}\nMore.`;
  await place.readAgain();
  expect(await place.find(record)).toMatchObject({ confidence: 'doubtful' });

  state.text = state.text.replace(double, `${PASSAGE}\nNow and then.`);
  await place.readAgain();
  const found = await place.find(record);
  const alone = new SearchedSurface({ text: async () => state.text } as unknown as Surface);
  expect(found).toEqual(await alone.find(record));
});

it('keeps an edited passage where it is while words change right beside it', async () => {
  const state = { text: [...FILLER, 'Here.', PASSAGE, ...FILLER].join('\n') };
  const place = new SearchedSurface({ text: async () => state.text } as unknown as Surface);
  const start = state.text.indexOf(PASSAGE);
  const record = {
    id: 'one',
    hue: 0,
    quote: describeQuote(state.text, start, start + PASSAGE.length),
  };
  const edited = PASSAGE.replace('forty', 'fifty');
  for (const [from, to] of [
    [PASSAGE, edited],
    ['Here.', 'Here we are.'],
    ['we are', 'we all are'],
  ] as const) {
    await place.readAgain();
    await place.find(record);
    state.text = state.text.replace(from, to);
  }
  await place.readAgain();
  const found = await place.find(record);

  expect(found?.confidence).toBe('edited');
  expect(found && state.text.slice(found.start, found.end)).toBe(edited);
});

it('carries passages along between two places that change at once', async () => {
  const edited = PASSAGE.replace('forty', 'fifty');
  const text = (passage: string, clock: string, last: string) =>
    [clock, ...FILLER, passage, ...FILLER, last].join('\n');
  const state = { text: text(PASSAGE, '9:59', 'Hello.') };
  const place = new SearchedSurface({ text: async () => state.text } as unknown as Surface);
  const start = state.text.indexOf(PASSAGE);
  const quote = describeQuote(state.text, start, start + PASSAGE.length);
  await place.readAgain();
  await place.find({ id: 'one', hue: 0, quote });

  for (const [clock, last] of [
    ['9:59', 'Hello.'],
    ['10:00', 'Hello.\nIs anybody there?'],
    ['10:01', 'Hello.\nIs anybody there?\nYes.'],
  ] as const) {
    state.text = text(edited, clock, last);
    await place.readAgain();
    const found = await place.find({ id: 'one', hue: 0, quote });
    expect(found && state.text.slice(found.start, found.end)).toBe(edited);
    expect(found?.confidence).toBe('edited');
  }
});
