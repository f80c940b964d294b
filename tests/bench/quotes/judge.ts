import type { Quote } from '../../../data/quote';
import type { Case } from './cases';
import type { Finder, Range } from './finders';

export type Verdict = 'right' | 'wrong' | 'none';

/** Results of one finder, by label, and whether every kept passage was found to the unit. */
export interface Results {
  byLabel: Map<string, Record<Verdict, number>>;
  kept: number;
  keptExactly: number;
}

/** The quote of a case with so many units of context. */
export function quoteOf({ before, start, end }: Case, context: number): Quote {
  return {
    exact: before.slice(start, end),
    prefix: before.slice(Math.max(0, start - context), start),
    suffix: before.slice(end, end + context),
    start,
    end,
  };
}

/** Runs a finder over all cases. */
export function judgeAll(finder: Finder, cases: readonly Case[], context: number): Results {
  const results: Results = { byLabel: new Map(), kept: 0, keptExactly: 0 };
  for (const each of cases) {
    const found = finder.find(each.after, quoteOf(each, context));
    const counts = results.byLabel.get(each.label) ?? { right: 0, wrong: 0, none: 0 };
    counts[verdictOf(found, each)]++;
    results.byLabel.set(each.label, counts);
    if (!each.label.startsWith('kept')) continue;
    results.kept++;
    const [range] = each.accepted;
    if (range && found?.start === range[0] && found.end === range[1]) results.keptExactly++;
  }
  return results;
}

function verdictOf(found: Range | null, { accepted }: Case): Verdict {
  if (!found) return 'none';
  return accepted.some((range) => shareOf(found, range) >= 0.5) ? 'right' : 'wrong';
}

/** Intersection over union. */
function shareOf({ start, end }: Range, [from, to]: [number, number]): number {
  const common = Math.min(end, to) - Math.max(start, from);
  return common <= 0 ? 0 : common / (Math.max(end, to) - Math.min(start, from));
}
