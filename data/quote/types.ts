/**
 * A passage and what stood around it, as the W3C Web Annotation model's TextQuoteSelector and
 * TextPositionSelector say it. Offsets count UTF-16 code units, the end is exclusive.
 */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
  start?: number;
  end?: number;
}

/**
 * How sure a place is.
 * - `same`: it reads as the quote did; only spaces, quotation marks, dashes or invisible characters differ.
 * - `edited`: it is the passage, and its wording changed.
 * - `doubtful`: it may be the passage. Ask the person, never decide for them.
 */
export type Confidence = 'same' | 'edited' | 'doubtful';

/** Where a quote stands now: UTF-16 offsets, end exclusive. */
export interface Found {
  start: number;
  end: number;
  confidence: Confidence;
}
