import type { Filed } from './left-behind';
import type { PickerMessage, PickerRequest } from './picker';
import type { Box } from './reading';
import type { OwnRecords, PageRecord } from './records';

/** Asked of the tagger in one frame, with `tabs.sendMessage(tab, message, { frameId })`. */
export type TaggerMessage =
  | { readonly to: 'tagger'; readonly type: 'probe' }
  | {
      readonly to: 'tagger';
      readonly type: 'read';
      readonly source: string;
      readonly title: string;
      /** Rung's own, as the browser has them now. */
      readonly shortcuts: readonly string[];
    }
  | {
      readonly to: 'tagger';
      readonly type: 'show';
      readonly request: PickerRequest;
      readonly box: Box | null;
      /** What the pointer may be on without having left; the box alone unless given. */
      readonly near?: readonly Box[];
      /** When whoever asked has given up, as `Date.now` counts: later it is not to be shown. */
      readonly until?: number;
    }
  /** The user asked to see these now. */
  | { readonly to: 'tagger'; readonly type: 'paint'; readonly records: readonly PageRecord[] }
  /** The evidence changed, which shows only where the user has not hidden it. */
  | ({ readonly to: 'tagger'; readonly type: 'repaint' } & OwnRecords)
  /** Some page's evidence changed, maybe that of this one: it may ask. */
  | { readonly to: 'tagger'; readonly type: 'changed' }
  /** The user hides the evidence of a document. */
  | { readonly to: 'tagger'; readonly type: 'unpaint'; readonly document: string }
  /** Sites that the user has taken back, and those that are still allowed, as patterns. */
  | {
      readonly to: 'tagger';
      readonly type: 'taken-back';
      readonly origins: readonly string[];
      readonly allowed: readonly string[];
    }
  | { readonly to: 'tagger'; readonly type: 'report' }
  /** Where the page was before; answered once it has settled where it is. */
  | { readonly to: 'tagger'; readonly type: 'earlier' }
  /** Which of these stand in the page, shown or not: see `Stood`. */
  | { readonly to: 'tagger'; readonly type: 'stand'; readonly records: readonly PageRecord[] }
  /** The user wants these where they are, whatever stands in the page. */
  | { readonly to: 'tagger'; readonly type: 'settle'; readonly filed: readonly Filed[] }
  | {
      readonly to: 'tagger';
      readonly type: 'go-to';
      readonly record: PageRecord;
      /** True to stay where the passage is doubtful here: another frame may know it better. */
      readonly sure?: boolean;
    }
  | ({ readonly to: 'tagger' } & PickerMessage);
