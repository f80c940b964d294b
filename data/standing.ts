import type { Quote } from './quote';

/** How a piece of evidence stands in its document now. */
export type Standing =
  | { readonly state: 'same' }
  /** Found in other words, or perhaps; `quote` is the passage as it is there now. */
  | { readonly state: 'edited' | 'doubtful'; readonly quote: Quote }
  | { readonly state: 'orphan' };
