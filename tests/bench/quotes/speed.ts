import { createQuoteFinder, type Quote } from '../../../data/quote';
import { makeProse, revise, textOf } from '../page/prose';
import { quotesOf } from '../page/records';
import { seeded, shuffled } from '../search/random';
import type { Case } from './cases';
import type { Finder } from './finders';
import { quoteOf } from './judge';

const SIZES = [10_000, 100_000, 1_000_000];
/** Passages measured at each size. */
const SAMPLE = 12;
const QUOTES = 100;
const LONG = 1_000_000;

/** One line for each kind of passage: milliseconds of each finder at each size, median and 95th percentile. */
export function measureSpeed(
  finders: readonly Finder[],
  cases: readonly Case[],
  context: number,
): string[] {
  const lines: string[] = [];
  for (const kind of ['kept', 'edited', 'deleted']) {
    const some = sample(
      cases.filter(({ label }) => label.startsWith(kind)),
      SAMPLE,
    );
    for (const finder of finders) {
      const cells = SIZES.map((size) => {
        const times = some.map((each) => {
          const text = grown(each, size, cases);
          return timed(() => finder.find(text, quoteOf(each, context)));
        });
        return `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.95))}`;
      });
      lines.push(
        `${kind.padEnd(8)} ${finder.name.padEnd(11)} ${cells.map((c) => c.padStart(16)).join('')}`,
      );
    }
  }
  return lines;
}

/**
 * Milliseconds for a hundred quotes in one text of a million units: Rung's finder, and another. Where
 * too few cases share their document, the text is made-up prose, revised.
 */
export function hundredQuotes(other: Finder, cases: readonly Case[], context: number) {
  const documents = onePerGroup(cases);
  const some = sample(
    cases.filter(({ after, group }) => documents.get(group) === after),
    QUOTES,
  );
  if (some.length === QUOTES) {
    const text = filled([...documents.values()], LONG);
    return timeQuotes(
      other,
      text,
      some.map((each) => quoteOf(each, context)),
    );
  }
  const prose = makeProse(LONG, QUOTES);
  return timeQuotes(other, textOf(revise(prose).paragraphs), quotesOf(prose));
}

function timeQuotes(other: Finder, text: string, quotes: readonly Quote[]) {
  const theirs = timed(() => {
    for (const quote of quotes) other.find(text, quote);
  });
  let longest = 0;
  const ours = timed(() => {
    const finder = createQuoteFinder(text);
    for (const quote of quotes) {
      const steps = finder.findSteps(quote);
      for (let done = false; !done; ) {
        const step = timed(() => {
          done = steps.next().done === true;
        });
        longest = Math.max(longest, step);
      }
    }
  });
  return { count: quotes.length, ours, theirs, longest };
}

/** For each group the later document that most of its cases are about. */
function onePerGroup(cases: readonly Case[]): Map<string, string> {
  const counts = new Map<string, number>();
  const documents = new Map<string, string>();
  for (const { group, after } of cases) {
    counts.set(after, (counts.get(after) ?? 0) + 1);
    const best = documents.get(group);
    if (!best || (counts.get(after) ?? 0) > (counts.get(best) ?? 0)) documents.set(group, after);
  }
  return documents;
}

/** The document of a case among others, as one text of a wanted length. */
function grown({ after, group }: Case, size: number, cases: readonly Case[]): string {
  const others = [...onePerGroup(cases)].filter(([each]) => each !== group);
  return filled([after, ...others.map(([, text]) => text)], size);
}

/** Texts joined, and then their sentences' words in other orders until the wanted length is reached. */
function filled(texts: readonly string[], size: number): string {
  const random = seeded(size);
  const parts: string[] = [];
  let length = 0;
  const add = (part: string) => {
    parts[parts.length % 2 ? 'push' : 'unshift'](part);
    length += part.length + 2;
  };
  for (const text of texts) if (length === 0 || length + text.length < size) add(text);
  for (let at = 0; length < size; at++) {
    add(shuffled((texts[at % texts.length] ?? '').split(/\s+/), random).join(' '));
  }
  return parts.join('\n\n');
}

function sample<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, at) => at % step === 0).slice(0, count);
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0);
}
