import type { Surface } from '../../data/evidence';
import type { Quote } from '../../data/quote';
import type { PageReport, Standing } from '../../data/standing';

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

export type { PageReport, Standing };

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

/** An address that the page had before it changed it without loading anew. */
export interface EarlierPlace {
  readonly address: string;
  /** Ids of the evidence that was found there, as it was tagged or edited, when the page left it. */
  readonly found: readonly string[];
}

/** A piece of evidence in the document that it is filed under. */
export interface Filed {
  readonly id: string;
  /** The document's key. */
  readonly document: string;
}

/** What a page knows of where it was, as long as it lives. */
export interface Earlier {
  /** Those that may have evidence, in the order in which the page left them first. */
  readonly places: readonly EarlierPlace[];
  /** The evidence that the user wants where it is. */
  readonly settled: readonly Filed[];
}

/** Which of some evidence stands in a frame, by id. */
export interface Stood {
  readonly ids: readonly string[];
  /** Those of them that stand among the words that they stood among (see `isAmongItsOwn`). */
  readonly amongOwn: readonly string[];
}

/** Evidence that stands in a page and is filed under an address that the page, or its tab, had before. */
export interface LeftBehind {
  /** The key of the document that the page is now. */
  readonly document: string;
  readonly ids: readonly string[];
  /** False where nobody has looked into the page, as Rung does only when asked: these may stand there. */
  readonly seen: boolean;
}

/** What the card beside a painted passage or selection shows. */
export type PickerRequest =
  | { readonly view: 'tag'; readonly draft: Draft }
  | { readonly view: 'refused'; readonly why: Refusal; readonly site?: string }
  | {
      readonly view: 'evidence';
      readonly ids: readonly string[];
      /** Asked for by the keyboard: the card takes it, and stays until it is closed. */
      readonly byKey?: boolean;
      /** The pointer is still on the passage, which moved: it brings up no card, and keeps one that is there. */
      readonly still?: boolean;
    };

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

/** What the picker says to the tagger that shows it, by the background; the token proves it. */
export type PickerMessage =
  | { readonly type: 'picker-hello'; readonly token: string }
  | { readonly type: 'picker-size'; readonly token: string; readonly height: number }
  /** Whether something was typed there that would be lost with it. */
  | { readonly type: 'picker-unsaved'; readonly token: string; readonly unsaved: boolean }
  /** Whether it offers to undo what was done in it, which nothing does once it is gone. */
  | { readonly type: 'picker-undo'; readonly token: string; readonly offered: boolean }
  /** `caret`: where in the document the user goes on, where a key said that. */
  | { readonly type: 'picker-close'; readonly token: string; readonly caret?: PickerCaret };

/** An end of the passage. */
export type PickerCaret = 'start' | 'end';

/**
 * What the tagger posts to the picker's window when the page keeps the keyboard to itself. Nothing
 * is proved by it and nothing follows from it but a line in the picker.
 */
export const KEYBOARD_TAKEN = 'keyboard-taken';

/** What the picker is told when it says hello. */
export interface PickerWelcome {
  readonly request: PickerRequest;
  /** The tab that the picker is shown in. */
  readonly page: { readonly url: string; readonly title: string };
  readonly windowId: number | undefined;
}

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

/** Told to whichever panel is open, when a frame shows evidence or some of it stands otherwise. */
export interface PanelNews {
  readonly to: 'panel';
  readonly type: 'report';
  /** All that the frame shows; `null` where it shows nothing any more. */
  readonly report: PageReport | null;
}

/** Told to the same, when the frames of a tab may be others: what was in the others has gone. */
export interface PanelFrames {
  readonly to: 'panel';
  readonly type: 'frames';
  readonly tabId: number;
  /** Those that may go on showing what they show. */
  readonly frames: readonly number[];
}

/** Asked of whichever panel has the keyboard: to tag what is selected in the page. True if it does. */
export interface PanelQuestion {
  readonly to: 'panel';
  readonly type: 'tag';
}
