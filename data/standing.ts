import type { Quote } from './quote';
import { oneLine } from './text';

/** How a piece of evidence stands in its document now. */
export type Standing =
  | { readonly state: 'same' }
  /** Found in other words, or perhaps; `quote` is the passage as it is there now. */
  | { readonly state: 'edited' | 'doubtful'; readonly quote: Quote }
  | { readonly state: 'orphan' };

/** How the evidence of a page stands there, by id. */
export type PageReport = Readonly<Record<string, Standing>>;

/** How well a passage is known: the higher, the surer. */
export const RANK = { same: 3, edited: 2, doubtful: 1, orphan: 0 };

/** Whether a passage reads word for word as it did: people see no difference in white space. */
export function readsTheSame(then: string, now: string): boolean {
  return oneLine(then) === oneLine(now);
}

/** A passage stands in one frame of a page; what the frame that knows it best says, counts. */
export function bestOf(reports: Iterable<PageReport | undefined>): PageReport {
  const best: Record<string, Standing> = {};
  for (const report of reports) {
    for (const [id, standing] of Object.entries(report ?? {})) {
      const known = best[id];
      if (!known || RANK[standing.state] > RANK[known.state]) best[id] = standing;
    }
  }
  return best;
}
