import { describe, expect, it } from 'vitest';
import { describeQuote, findQuote } from '../../../../data/quote';
import { KINDS, type Kind, type RevisedNote, reviseNotes } from '../../../fixtures/revised-notes';

const SEEDS = [1, 2, 3, 4];
const OF_EACH_KIND = 50;

const notes = SEEDS.flatMap((seed) => reviseNotes(seed, OF_EACH_KIND));

/** What became of the search for a passage: at its place, elsewhere, nowhere, or left to a person. */
type Verdict = 'right' | 'wrong' | 'none' | 'asked';

function verdictOf({ quote, now, place }: RevisedNote): Verdict {
  const found = findQuote(now, quote);
  if (!found) return 'none';
  const common = place && Math.min(found.end, place.end) - Math.max(found.start, place.start);
  const all = place && Math.max(found.end, place.end) - Math.min(found.start, place.start);
  if (common && all && common / all >= 0.5) return 'right';
  return found.confidence === 'doubtful' ? 'asked' : 'wrong';
}

const verdicts = notes.map((note) => ({ note, verdict: verdictOf(note) }));

/** The share of the passages of some kinds that ended in one of some ways. */
function share(kinds: readonly Kind[], ...ways: readonly Verdict[]): number {
  const of = verdicts.filter(({ note }) => kinds.includes(note.kind));
  return of.filter(({ verdict }) => ways.includes(verdict)).length / of.length;
}

const GONE = KINDS.filter((kind) => kind.startsWith('gone'));
const THERE = KINDS.filter((kind) => !GONE.includes(kind));

describe('passages of notes that repeat themselves every week', () => {
  it.each(['kept', 'retyped'] as const)('are found to the unit, and as the same: %s', (kind) => {
    for (const { quote, now, place } of notes.filter((note) => note.kind === kind)) {
      expect(findQuote(now, quote)).toEqual({ ...place, confidence: 'same' });
    }
  });

  it.each(THERE)('are found at their place in 95 of 100: %s', (kind) => {
    expect(share([kind], 'right')).toBeGreaterThanOrEqual(0.95);
  });

  it('are found elsewhere in 2 of 100 at most', () => {
    expect(share(THERE, 'wrong', 'asked')).toBeLessThanOrEqual(0.02);
  });

  it('leave a person to say no to 5 of 100 at most that are gone without their like', () => {
    expect(share(['gone'], 'wrong', 'asked')).toBeLessThanOrEqual(0.05);
  });

  it.each(GONE)('are not found once they are gone, but for 2 of 100: %s', (kind) => {
    expect(share([kind], 'wrong')).toBeLessThanOrEqual(0.02);
  });
});

/** What the same sentence stands in every week, and nothing but the day tells the weeks apart. */
const LINE = '- Unblocked the onboarding squad by clearing the backlog of open questions';
const week = (n: number, lines: readonly string[]) =>
  `Monday, ${n} March\n\n${lines.join('\n')}\nMood: fine\n`;
const LINES = [
  '- Ran the planning meeting with the whole of the onboarding squad on Monday',
  LINE,
  '- Wrote the weekly update for the group, and answered what came back of it',
];

describe('a line that stands in every week', () => {
  const weeks = [3, 10, 17, 24, 31];
  const then = weeks.map((n) => week(n, LINES)).join('\n');
  const inWeek = (text: string, n: number) => text.indexOf(LINE, text.indexOf(`, ${n} March`));

  it.each([
    ['another is written below', [LINES[0], LINE, '- Hired Ines', LINES[2]]],
    ['another is written above', [LINES[0], '- Hired Ines', LINE, LINES[2]]],
    ['the one below is written anew', [LINES[0], LINE, '- Sent the weekly update']],
  ] as const)('is found in its own where %s', (_, lines) => {
    for (const own of weeks) {
      const start = inWeek(then, own);
      const quote = describeQuote(then, start, start + LINE.length);
      const now = weeks
        .map((n) => week(n, n === own ? (lines as readonly string[]) : LINES))
        .join('\n');
      const at = inWeek(now, own);
      const found = findQuote(now, quote);
      // Of the last week nothing stands below that another has not: there, it may be a question.
      if (own === weeks.at(-1) && found?.confidence === 'doubtful') continue;
      expect([own, found]).toEqual([own, { start: at, end: at + LINE.length, confidence: 'same' }]);
    }
  });

  it('is a question in another one where it has gone from its own', () => {
    for (const own of weeks.slice(1, -1)) {
      const start = inWeek(then, own);
      const quote = describeQuote(then, start, start + LINE.length);
      const without = [LINES[0] as string, LINES[2] as string];
      const now = weeks.map((n) => week(n, n === own ? without : LINES)).join('\n');
      expect([own, findQuote(now, quote)?.confidence ?? 'doubtful']).toEqual([own, 'doubtful']);
    }
  });
});

it('asks where one side of another place is whole, and more of its own agrees in part', () => {
  const asked =
    'What did this person deliver this quarter? Name one outcome, how it was measured, and who was ' +
    'helped by it, in one or two sentences.\n';
  const line = 'Shipped the pricing report on time.';
  const then =
    `Alice\n${asked}${line} The sales team in all three regions uses it every Monday, and nobody has ` +
    `asked for the old spreadsheet since then, she says.\n\nBob\n${asked}${line} He only drew the ` +
    'charts for it.\n';
  const start = then.indexOf(line);
  const quote = describeQuote(then, start, start + line.length);
  const now = then
    .replace('this person deliver', 'Alice ship')
    .replace('since then, she says', 'since May');
  expect(findQuote(now, quote)?.confidence).toBe('doubtful');
});

it('knows a whole document to the letter, also where everything around it changed', () => {
  const document = Array.from({ length: 900 }, (_, n) => `Line ${n} says something else.`).join(
    '\n',
  );
  const quote = describeQuote(document, 0, document.length);
  expect(document.length).toBeGreaterThan(20_000);
  expect(findQuote(`A line above.\n${document}`, quote)).toEqual({
    start: 14,
    end: 14 + document.length,
    confidence: 'same',
  });
});

it('takes one sign for the other only where they mean the same', () => {
  const then = 'Before. We wrote that churn \u2260 dissatisfaction in the half. After.';
  const quote = describeQuote(then, 8, then.length - 7);
  expect(findQuote(then.replace('\u2260', '='), quote)?.confidence).toBe('edited');
});
