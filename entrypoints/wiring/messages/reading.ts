import type { Surface } from '../../../data/evidence';
import type { Quote } from '../../../data/quote';

/** A passage that was read and is about to become evidence. Only ever sent inside the extension. */
export interface Draft {
  readonly quote: Quote;
  readonly surface: Surface;
  /** Address of the page as the user sees it: the tab's, also where the passage is in a frame. */
  readonly source: string;
  readonly title: string;
  /** Ids of evidence that already stands on this passage. */
  readonly already: readonly string[];
}

/** A rectangle in the top frame's viewport, CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a frame says about itself when asked where the selection is. */
export interface Probe {
  readonly isTop: boolean;
  /** False for a picture or data opened by itself: it has no elements that the picker could be shown in. */
  readonly takesPicker: boolean;
  readonly focused: boolean;
  /** Whether the user was in it last, also while the panel or the popup has the keyboard. */
  readonly isUserHere: boolean;
  readonly hasSelection: boolean;
  /** Set where the user is in something this frame cannot look into. */
  readonly unreachable?: 'frame-closed' | 'pdf';
  /** The site of that frame, as a permission's pattern, where permission for it may open it. */
  readonly closedSite?: string;
}

/** Why what is selected could not be read. */
export type Unreadable = 'nothing-selected' | 'secret-field' | 'copy-needed' | 'copy-disabled';

/** Why nothing came of a page: it lets no extension in, or is too busy to answer. */
export type Unreached = 'no-access' | 'no-answer';

/** Reasons why there is nothing to tag, each shown to the user as a sentence. */
export type Refusal = Unreadable | Unreached | 'too-large' | 'pdf' | 'frame-closed';

export type ReadReply =
  | {
      readonly ok: true;
      readonly draft: Draft;
      readonly box: Box | null;
      /**
       * Set where the user writes what was read: when the page came to its address, milliseconds since
       * 1970. What is written may get its own address only when it is saved.
       */
      readonly writtenSince?: number;
    }
  | {
      readonly ok: false;
      readonly why: Refusal;
      /** A site that is not allowed, as a pattern, without which this cannot be read. */
      readonly site?: string;
      /** Evidence that the caret stands in, and where; so the keyboard reaches it as the pointer does. */
      readonly here?: { readonly ids: readonly string[]; readonly box: Box | null };
    };
