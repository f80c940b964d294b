import type { Surface as SurfaceKind } from '../../../data/evidence';
import type { Span } from '../../../data/passage';
import type { Confidence } from '../../../data/quote';
import type { PickerCaret } from '../../wiring/messages/picker';
import type { Unreadable } from '../../wiring/messages/reading';
import type { Lines } from '../lines';

/** What a surface shows on screen: a span, how sure we are of it, and in which colour. */
export interface Mark extends Span {
  /** Ids of the evidence that stands here; several where passages overlap exactly. */
  readonly ids: readonly string[];
  readonly confidence: Confidence;
  /** Which of the six skill-area colours, 0 to 5. */
  readonly hue: number;
}

/** A surface's text and what is selected in it. */
export interface Reading {
  /** The whole text, as every offset counts it. */
  readonly text: string;
  /** The user's own selection; `null` where nothing is selected. */
  readonly selection: Span | null;
  /** Whole lines within it that nobody sees marked, as a copy leaves them out. */
  readonly passedOver?: readonly Span[];
  /** Where the user's caret is, where nothing is selected and it is known. */
  readonly caret?: number;
  /**
   * Set where the selected text is known but its place is not (a copy gives no position); then
   * `selection` is `null`.
   */
  readonly selected?: string;
}

export type ReadResult =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly why: Unreadable };

/**
 * One place where text stands: the page's own text, a text field, or Google Docs.
 *
 * Everything else (quote, picker, storage, statuses) knows only this interface, strings and
 * offsets. A surface leaves what the user edits as it is. Beside that it opens what is folded away
 * around a passage it goes to (`reveal.ts`), has Google Docs select one it goes to there
 * (`google-docs/arrive.ts`) or put the caret beside one that was tagged, and empties the hidden input
 * of Google Docs, in which no document stands, for as long as a copy takes
 * (`google-docs/synthetic-copy.ts`).
 */
export interface Surface {
  readonly kind: Exclude<SurfaceKind, 'pasted'>;
  /** Reads the text and the selection as they are now. */
  read(): Promise<ReadResult>;
  /**
   * Says that what is shown may have changed without any sign (a popover, a tab that a checkbox
   * opens), so that it is read anew the next time. For when the user asks: it costs a whole reading.
   */
  distrust?(): void;
  /** Reads the text alone, as it is now. */
  text(): Promise<string>;
  /** The same as lines, from surfaces that have it so. */
  lines?(): Promise<Lines>;
  /**
   * Whether the text given last is the surface's, so that what is not in it has gone. False where
   * an editor keeps its text to itself: then nobody can say what has.
   */
  isTextKnown(): boolean;
  /**
   * Where a span is on screen, line by line, in this frame's viewport, CSS pixels; none where that
   * cannot be told.
   */
  rectsOf(span: Span): readonly DOMRect[];
  /** Whether the page hides a span, with all that it stands in; not where it is only scrolled away. */
  isHidden?(span: Span): boolean;
  /** Shows exactly these marks and no others; `[]` takes everything off the screen. */
  paint(marks: readonly Mark[]): void;
  /** The ids of the evidence painted at a point of this frame's viewport. */
  idsAt(x: number, y: number): readonly string[];
  /** Brings the span into view and marks it for a moment. False where that cannot be done. */
  goTo(span: Span): Promise<boolean>;
  /**
   * Puts the caret before or behind what is selected, where the page's own selection does not do that.
   * For when the user asks: see `picker/lead-out.ts`.
   */
  leadOut?(to: PickerCaret): Promise<void>;
  /** Whether the page took the text of a mark away since it was painted, maybe to draw it anew. */
  isTorn?(): boolean;
  /** Calls back after the text has changed, until aborted; it may do so with every change. */
  watch(onChange: () => void, signal: AbortSignal): void;
  /** Takes everything off the screen and lets go of the page. */
  dispose(): void;
}
