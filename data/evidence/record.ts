import * as v from 'valibot';
import { isDay } from '../days';
import type { Quote } from '../quote';

/** The version of the record's shape. A higher number than ours was written by a newer Rung. */
export const EVIDENCE_SCHEMA = 1;

/** Whose view the evidence is: a review weighs all three. */
export const EVIDENCE_KINDS = ['self', 'peer', 'manager'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Where the passage stands: a page's own text, a text field, Google Docs, or pasted by hand. */
export const SURFACES = ['page', 'field', 'google-docs', 'pasted'] as const;
export type Surface = (typeof SURFACES)[number];

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/**
 * The form alone would let through a time that names no moment, such as one with an offset without
 * minutes, and one whose year in UTC does not have four digits: stored as such, it could not be read
 * again.
 */
const instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((time) => {
    const year = new Date(time).getUTCFullYear();
    return year >= 0 && year <= 9999;
  }),
);

/** Safe in a storage key, and no name that every object has: reports are looked up by it. */
export const recordId = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,64}$/),
  v.check((id) => !(id in Object.prototype)),
);

const textQuoteSelector = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.nonEmpty()),
  prefix: v.string(),
  suffix: v.string(),
});
const textPositionSelector = v.object({
  type: v.literal('TextPositionSelector'),
  start: offset,
  end: offset,
});

export const evidenceSchema = v.object({
  schema: v.literal(EVIDENCE_SCHEMA),
  id: recordId,
  ladder: v.string(),
  subSkill: v.string(),
  level: v.string(),
  kind: v.picklist(EVIDENCE_KINDS),
  note: v.string(),
  /** The calendar day the work was done, `YYYY-MM-DD`; none means the day of tagging. */
  when: v.optional(v.pipe(v.string(), v.isoDate(), v.check(isDay))),
  target: v.object({
    /** The page's address as it was when the passage was tagged. */
    source: v.string(),
    /** The same document under every address it has: see `documentKey`. */
    document: v.string(),
    title: v.string(),
    surface: v.picklist(SURFACES),
    selector: v.union([
      v.strictTuple([textQuoteSelector, textPositionSelector]),
      v.strictTuple([textQuoteSelector]),
    ]),
  }),
  created: instant,
  modified: instant,
});

/** One piece of evidence, as it is stored and exported. Times are ISO 8601 in UTC. */
export type Evidence = v.InferOutput<typeof evidenceSchema>;

/** Only together do they name a place on a ladder: halves of two changes might name none. */
export const STANDING = ['ladder', 'subSkill', 'level'] as const;

/** What the user gives; the store adds the id, the times and the schema version. */
export type EvidenceDraft = Omit<Evidence, 'schema' | 'id' | 'created' | 'modified'>;

/** Whether a stored or imported value is a record of the version this Rung reads and writes. */
export function isEvidence(value: unknown): value is Evidence {
  return v.is(evidenceSchema, value);
}

/** The record's selectors as a quote that can be found again. */
export function quoteOf(evidence: Evidence): Quote {
  const [{ exact, prefix, suffix }, position] = evidence.target.selector;
  return position
    ? { exact, prefix, suffix, start: position.start, end: position.end }
    : { exact, prefix, suffix };
}

/** The selectors of a quote, in the form the record keeps them. */
export function withQuote(quote: Quote): Evidence['target']['selector'] {
  const text = {
    type: 'TextQuoteSelector' as const,
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
  };
  return quote.start === undefined || quote.end === undefined
    ? [text]
    : [text, { type: 'TextPositionSelector', start: quote.start, end: quote.end }];
}
