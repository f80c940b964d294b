import { describe, expect, it } from 'vitest';
import { rung } from '../../../bench/quotes/finders';
import { generateCases } from '../../../bench/quotes/generate';
import { judgeAll, type Verdict } from '../../../bench/quotes/judge';

/** Units of context on each side, as `describeQuote` keeps them. */
const CONTEXT = 128;
const SEEDS = [1, 2, 3];

const cases = SEEDS.flatMap(generateCases);
const { byLabel, kept, keptExactly } = judgeAll(rung, cases, CONTEXT);

/** The share of the cases of some kinds that ended in one of some ways. */
function share(kinds: readonly string[], ways: readonly Verdict[]): number {
  let hits = 0;
  let all = 0;
  for (const kind of kinds) {
    const { right = 0, wrong = 0, none = 0 } = byLabel.get(kind) ?? {};
    all += right + wrong + none;
    for (const way of ways) hits += { right, wrong, none }[way];
  }
  return hits / all;
}

const PRESENT = ['kept_once', 'edited_light', 'edited_heavy', 'moved_edited'];

describe('passages of a review that a random editor revised', () => {
  it('are found to the unit where they were kept', () => {
    expect(keptExactly).toBe(kept);
  });

  it('are found at their place while they are there, and at no other', () => {
    expect(share(PRESENT, ['right'])).toBeGreaterThanOrEqual(0.97);
    expect(share(PRESENT, ['wrong'])).toBeLessThanOrEqual(0.003);
  });

  it('are not found once they are gone', () => {
    expect(share(['deleted'], ['right', 'wrong'])).toBeLessThanOrEqual(0.004);
  });
});
