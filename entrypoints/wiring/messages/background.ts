import type { Filed } from './left-behind';
import type { PickerMessage } from './picker';
import type { Box } from './reading';

/** Asked of the background. */
export type BackgroundMessage =
  | { readonly to: 'background'; readonly type: 'tag'; readonly tabId: number }
  | { readonly to: 'background'; readonly type: 'read-selection'; readonly tabId: number }
  | { readonly to: 'background'; readonly type: 'page-records' }
  | { readonly to: 'background'; readonly type: 'show-evidence'; readonly tabId: number }
  | { readonly to: 'background'; readonly type: 'hide-evidence'; readonly tabId: number }
  | { readonly to: 'background'; readonly type: 'report-evidence'; readonly tabId: number }
  /** The evidence that a tab's page has left behind: see `LeftBehind`; `null` where there is none. */
  | {
      readonly to: 'background';
      readonly type: 'left-behind';
      readonly tabId: number;
      /** The user asked for it, so Rung may come into the page. */
      readonly asked: boolean;
    }
  /** The user wants these where they are: the tab's page is not asked about them again. */
  | {
      readonly to: 'background';
      readonly type: 'settle-filed';
      readonly tabId: number;
      readonly filed: readonly Filed[];
    }
  | { readonly to: 'background'; readonly type: 'go-to'; readonly id: string }
  | {
      readonly to: 'background';
      readonly type: 'hover';
      readonly ids: readonly string[];
      readonly box: Box | null;
      readonly near: readonly Box[];
      readonly still?: boolean;
    }
  /** The page lets the picker's frame in and nothing run in it, as one sandboxed without scripts. */
  | { readonly to: 'background'; readonly type: 'picker-dead' }
  /** A frame in the page came, went or got another document while evidence is shown. */
  | { readonly to: 'background'; readonly type: 'frames' }
  | { readonly to: 'background'; readonly type: 'from-picker'; readonly message: PickerMessage }
  /** The picker has got what was missing: it goes, and what is selected is read once more. */
  | { readonly to: 'background'; readonly type: 'tag-again'; readonly token: string }
  | { readonly to: 'background'; readonly type: 'open-panel'; readonly place: string }
  /** Where a window's panel shall be, of any window where it is not known; as a hash (see `placeHash`). */
  | {
      readonly to: 'background';
      readonly type: 'set-place';
      readonly place: string;
      readonly windowId: number | undefined;
      /** When it was asked for, milliseconds since 1970. */
      readonly at: number;
    }
  /** The options, at a place in them; anywhere where that is empty. */
  | { readonly to: 'background'; readonly type: 'open-options'; readonly hash: string }
  /** Rung's shortcuts as the browser has them. */
  | { readonly to: 'background'; readonly type: 'shortcuts' }
  | { readonly to: 'background'; readonly type: 'in-google-docs'; readonly call: GoogleDocsCall };

/** What only a script in the world of a Google Docs page can ask of it. */
export type GoogleDocsCall =
  | { readonly name: 'read' }
  /** Offsets of the page's own text, end exclusive. */
  | { readonly name: 'select'; readonly start: number; readonly end: number };

/** How the journey to a passage ended. */
export type Arrival =
  | 'there'
  | 'not-found'
  | 'opened'
  | 'no-access'
  | 'no-page'
  /** There is no such evidence any more. */
  | 'deleted'
  /** The browser did not let the document be opened. */
  | 'not-opened'
  /** The document was closed before the passage was found. */
  | 'closed'
  /** What is stored could not be read. */
  | 'unread';
