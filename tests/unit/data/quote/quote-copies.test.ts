import { describe, expect, it } from 'vitest';
import { describeQuote, findQuote } from '../../../../data/quote';

const NOTES = [
  'The old checkout asked for an address before it showed a delivery date.',
  'I wrote the brief and cut two of the five ideas, as nobody would have missed them.',
  'We shipped to Denmark in August and saw completed orders rise by six per cent in three weeks.',
  'Samira took over the carrier work, and I gave her the open questions rather than a plan.',
  'I was late in telling the warehouse, who learned of the new dates from a shop.',
];
const PASSAGE = 'saw completed orders rise by six per cent';
const COMMENT = ['Comments', 'Ines Ruiz', PASSAGE, 'Where does the number come from?'];

const text = (...parts: string[]) => parts.join('\n');
/** Finds in one text what was tagged in another, as its confidence and the words before and in it. */
function found(before: string, passage: string, after: string, from = 0) {
  const start = before.indexOf(passage, from);
  const at = findQuote(after, describeQuote(before, start, start + passage.length));
  return at && { confidence: at.confidence, start: at.start, words: after.slice(at.start, at.end) };
}

describe('where the same words stand elsewhere', () => {
  const before = text(...NOTES, ...COMMENT);
  it.each([
    ['saw completed orders rise by seven per cent', 'edited'],
    ['saw finished orders go up by nearly seven per cent', 'doubtful'],
  ])('finds the passage where it was reworded: %s', (now, confidence) => {
    const after = before.replace(PASSAGE, now);
    const start = after.indexOf(now);
    expect(found(before, PASSAGE, after)).toEqual({ confidence, start, words: now });
  });

  it.each([
    ['deleted', ''],
    ['replaced by something else', 'the warehouse was painted green, which everybody liked'],
  ])('asks whether it is the passage where that was %s', (_, now) => {
    const after = before.replace(PASSAGE, now);
    expect(found(before, PASSAGE, after)).toMatchObject({ confidence: 'doubtful', words: PASSAGE });
  });

  it('knows a passage that stands there still, whatever was written around it', () => {
    const after = before.replace(PASSAGE, `perhaps ${PASSAGE} or so`);
    const start = after.indexOf(PASSAGE);
    expect(found(before, PASSAGE, after)).toEqual({ confidence: 'same', start, words: PASSAGE });
  });
});

describe('a line that people write again and again', () => {
  const LINE = 'Shipped the release on time and told everybody.';
  const week = (number: number, topic: string, line = LINE) =>
    text(`Week ${number}`, `We began with ${topic}.`, line, `Then came numbers for ${topic}.`);
  const topics = ['the export', 'the pricing page', 'calmer onboarding'];
  const weeks = (gone?: number) =>
    text(
      ...topics
        .map((topic, at) => week(at + 1, topic))
        .map((one, at) => (at === gone ? one.replace(`${LINE}\n`, '') : one)),
    );

  it.each([0, 1, 2])('is not silently that of another week where it was deleted: %i', (gone) => {
    const from = weeks().indexOf(`Week ${gone + 1}`);
    expect(found(weeks(), LINE, weeks(gone), from)?.confidence).toBe('doubtful');
  });

  it('is not silently the only other one', () => {
    const two = text(week(1, 'the export'), week(2, 'the pricing page'));
    expect(found(two, LINE, two.replace(`${LINE}\n`, ''))?.confidence).toBe('doubtful');
  });
});

it.each([
  ['before all others', (one: string, rest: string[]) => [one, ...rest]],
  ['behind all others', (one: string, rest: string[]) => [...rest, one]],
])('knows a whole sentence that was moved %s', (_, place) => {
  const [sentence, ...rest] = [NOTES[2] as string, ...NOTES.filter((_, at) => at !== 2)];
  const after = text(...place(sentence, rest));
  expect(found(text(...NOTES), sentence, after)).toMatchObject({
    confidence: 'same',
    words: sentence,
  });
});

describe('what stood beside a passage', () => {
  const GOALS = [
    'Ship the checkout in Denmark by August.',
    'Ship the checkout in Sweden by October.',
    'Ship the checkout in Norway by December.',
  ];
  it.each(GOALS)('is not the passage, edited: %s', (goal) => {
    const list = (goals: string[]) => text('Goals', ...goals, 'Hire two engineers.');
    expect(found(list(GOALS), goal, list(GOALS.filter((one) => one !== goal)))).toBeNull();
  });

  it('is known where the context was cut within it', () => {
    const one = 'I led the billing migration with two teams and closed it.';
    const other = 'I led the pricing migration with three teams and closed it.';
    const between = `${'In between there is a line. '.repeat(3)}\n`;
    const notes = (...lines: string[]) => text('It began here.', ...lines, 'It ended there.');
    const whole = notes(one, between, other);
    expect(describeQuote(whole, 15, 15 + one.length).suffix).not.toContain(other);
    expect(found(whole, one, notes(between, other))).toBeNull();
    expect(found(whole, other, notes(one, between))).toBeNull();
  });
});

describe('a passage of two sentences of which one is gone', () => {
  const [first, second] = ['I cut it to two after the interviews.', 'Denmark went live in August.'];
  const around = (...inner: string[]) => [
    'We opened the year with a plan for four markets.',
    ...inner,
    'Nobody missed the others.',
  ];
  it.each(['\n', ' '])('keeps to what is left of it, divided by %j', (by) => {
    const before = around(first, second).join(by);
    const passage = `${first}${by}${second}`;
    expect(found(before, passage, around(second).join(by))?.words).toBe(second);
    expect(found(before, passage, around(first).join(by))?.words).toBe(first);
  });
});

it.each([
  ['Denmark went live in August.', 'cut short'],
  ['Denmark went live in August, which was sooner than planned.', 'rewritten'],
])('takes the full stop with an end that was changed: %s', (now) => {
  const was = 'Denmark went live in August, three weeks early.';
  const around = (one: string) =>
    `I cut it to two after interviews. ${one} Nobody missed the others.`;
  expect(found(around(was), was, around(now))?.words).toBe(now);
});
