import type { Surface } from '../../../data/evidence';
import type { Quote } from '../../../data/quote';

/** What the page needs to know of a piece of evidence to find it and paint it. */
export interface PageRecord {
  readonly id: string;
  readonly quote: Quote;
  readonly hue: number;
  /** Where it was tagged; looked for there first. */
  readonly surface?: Surface;
}

/** The evidence of the document in a frame's tab. */
export interface OwnRecords {
  /** The document's key. */
  readonly document: string;
  readonly records: readonly PageRecord[];
}

/** The same for a frame that asks by itself. */
export interface OwnAnswer extends OwnRecords {
  /** Whether the user has allowed the site; without that, a gesture let Rung in. */
  readonly allowed: boolean;
}
