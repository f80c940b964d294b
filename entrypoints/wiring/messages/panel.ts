import type { PageReport } from '../../../data/standing';

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
