import { describe, expect, it } from 'vitest';
import { findQuote } from '../../data/quote';
import { KINDS, type Kind, type RevisedNote, reviseNotes } from '../fixtures/revised-notes';

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
