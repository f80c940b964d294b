import type { Alignment } from './align';
import { contextAgreement } from './context';
import type { Pattern } from './pattern';
import { similarity } from './similarity';

/** A place where a quote may stand now, and how much speaks for it. */
export interface Candidate {
  start: number;
  end: number;
  /** The quote stands here to the letter. */
  verbatim: boolean;
  support: number;
  /** Where all that speaks for it is its context: whether that agrees to both its ends. */
  whole?: boolean;
  /** And how far it does, in sides. */
  context?: number;
}

/*
 * Support is the sum of what speaks for a place: how alike the wording is, how much of the quote's
 * information is there, how far the context agrees, and how much the shared words tell at all. But
 * for the last of these, lowered since, the weights are those of a logistic regression (is this the
 * passage, or not?) on 1,721 passages of revised public documentation from two repositories, each
 * with a short and a long context, divided by the weight of likeness (8.4 log-odds) and rounded.
 * Fitted on one repository alone they differ by up to a quarter (coverage 0.80 and 1.06, context
 * 0.28 and 0.31, bit 0.010 in both), and what they accept in the other stays within a point of what
 * these accept, but for decoys: up to twice as many.
 */

/** Share of the quote's information that is there, up to COVERAGE_ENOUGH. */
const COVERAGE_WEIGHT = 0.85;
/** A place with more of the quote's information than this is no likelier than one with this much. */
const COVERAGE_ENOUGH = 0.6;
/** A side of context that agrees in full is worth as much as a quarter of the wording. */
export const CONTEXT_WEIGHT = 0.25;
/**
 * Each shared bit: ten words that agree say more than five, however much of the quote they are. Less than
 * those passages say (0.0085): on 22,000 of 14 more repositories the regression gives 0.002 to 0.005. This
 * lies about midway; 0.0055 and 0.007 decide alike. Of those 22,000 as many are found at their places as
 * with 0.0085, and a tenth fewer decoys.
 */
const BIT_WEIGHT = 0.0065;
/** About a sentence of shared words; coincidence is ruled out, and more adds nothing. */
const BITS_ENOUGH = 80;

/**
 * Least support for a place to be shown at all. Chosen on all of those passages, as the value at which
 * few deleted ones are found and few others are lost; a place with this much is likelier the passage
 * than not.
 */
export const ACCEPTED = 1.59;
/**
 * From here the passage is ten times likelier than there (2.3 more log-odds); below, a person decides.
 * Likeness counts 9.7 log-odds where the passages of all sixteen repositories are taken together.
 */
export const SURE = ACCEPTED + 2.3 / 9.7;

/**
 * What a move costs a place beside its rivals: a passage rather stays in its part of a document. Taken
 * into account only where places are compared, as documents grow and whole parts of them move. On
 * 13,500 passages out of 23 other repositories, none of which any weight above was fitted on, it
 * takes a twelfth of the wrong places away and finds no fewer; double or half of it does about as well.
 */
const POSITION_WEIGHT = 1.5;
/** Share of the document from which farther is no less likely. */
const FAR = 0.1;

/**
 * What a place that has the quote to the letter is ahead of reworded ones: less support than this
 * does not outweigh it. 0.05 or 0.27 decide the same passages alike.
 */
const VERBATIM_LEAD = 0.1;

/**
 * What a place is worth beside its rivals. What stands to the letter was moved as it was, and may be
 * anywhere; what was reworded is rather where it was.
 *
 * @param distance from the old offset, UTF-16 units
 * @param size of the text, in the same; not 0
 */
export function worthOf({ support, verbatim }: Candidate, distance: number, size: number): number {
  return verbatim
    ? support + VERBATIM_LEAD
    : support - POSITION_WEIGHT * Math.min(FAR, distance / size);
}

/** Support of a place between its old neighbours: nothing weighed by its words alone outweighs it. */
export const CERTAIN = 3;

/** Differences of support below this are none: what decides then is the position. */
export const EVEN = 1e-6;

/** What speaks for a place. */
export interface Signs {
  likeness: number;
  coverage: number;
  context: number;
  bits: number;
}

/** Measures a place. `text` is what stands there. */
export function signsOf(
  pattern: Pattern,
  alignment: Alignment,
  text: string,
  verbatim: boolean,
): Signs {
  let bits = 0;
  for (let word = pattern.first; word < pattern.last; word++) {
    if (verbatim || alignment.to[word] !== -1) bits += pattern.bits[word] as number;
  }
  const exact = pattern.text.slice(pattern.from, pattern.to);
  const [left, right] = contextAgreement(pattern, alignment);
  return {
    likeness: verbatim ? 1 : similarity(exact, text),
    coverage: verbatim ? 1 : pattern.total > 0 ? bits / pattern.total : 0,
    context: left + right,
    bits,
  };
}

/** The support that signs add up to. */
export function supportOf({ likeness, coverage, context, bits }: Signs): number {
  return (
    likeness +
    COVERAGE_WEIGHT * Math.min(coverage, COVERAGE_ENOUGH) +
    CONTEXT_WEIGHT * context +
    BIT_WEIGHT * Math.min(bits, BITS_ENOUGH)
  );
}
