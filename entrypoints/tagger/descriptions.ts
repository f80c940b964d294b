import { describeQuote, type Quote } from '../../data/quote';
import type { Standpoint } from './standings';

/** A passage as it was described, and where. */
interface Described {
  readonly standpoint: Standpoint;
  readonly quote: Required<Quote>;
  /** Whether nothing stood behind what was taken down. */
  readonly isLast: boolean;
}

/**
 * Describes passages, each anew only where it or any of the text around it that is taken down became
 * another: that takes looking through the whole text. A passage that reads like it and comes to stand
 * elsewhere counts no sooner than that.
 */
export class Descriptions {
  private readonly known = new Map<string, Described>();

  /** Describes the passage of a record. */
  of(id: string, standpoint: Standpoint): Quote {
    const before = this.known.get(id);
    const quote = (before && asBefore(before, standpoint)) ?? described(standpoint);
    const isLast = quote.end + quote.suffix.length === standpoint.searched.length;
    this.known.set(id, { standpoint, quote, isLast });
    return quote;
  }

  /** Forgets the records that are not among these. */
  keep(ids: ReadonlySet<string>): void {
    for (const id of this.known.keys()) if (!ids.has(id)) this.known.delete(id);
  }
}

function described({ searched, at }: Standpoint): Required<Quote> {
  return describeQuote(searched.text, at.start, at.end);
}

/** The same description where the passage stands now; `undefined` where it is not the same any more. */
function asBefore(
  { standpoint: was, quote, isLast }: Described,
  { searched, at }: Standpoint,
): Required<Quote> | undefined {
  if (searched !== was.searched || at.end - at.start !== was.at.end - was.at.start)
    return undefined;
  const shift = at.start - was.at.start;
  const [start, end] = [quote.start + shift, quote.end + shift];
  const [from, to] = [start - quote.prefix.length, end + quote.suffix.length];
  // Where the text began or ended, less was taken down.
  const isFirst = quote.start === quote.prefix.length;
  if (from < 0 || (from === 0) !== isFirst || (to === searched.length) !== isLast) return undefined;
  const words = quote.prefix + quote.exact + quote.suffix;
  if (searched.wordsAt({ start: from, end: to }) !== words) return undefined;
  return { ...quote, start, end };
}
