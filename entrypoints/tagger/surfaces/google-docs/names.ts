/**
 * Everything Rung takes for granted about the Google Docs editor, in one place: none of it is
 * documented, all of it may change. What each name stands for was seen in extensions that work
 * there; where the page differs, reading falls back step by step and ends in asking for a copy.
 */

/** Paths of the editor and of its read-only views. `/pub` and `/mobilebasic` are ordinary pages. */
export const EDITOR_PATH =
  /^(?:\/a\/[^/]+)?\/document(?:\/u\/\d+)?\/d\/(?!e\/)[\w-]+(?:\/(?:edit|view|preview|comment))?\/?$/;

export const EDITOR_HOST = 'docs.google.com';

/** What the page offers to scripts in its own world. */
export const ANNOTATED_TEXT = '_docs_annotate_getAnnotatedText';

/** Set to an extension's own id before the page loads, it makes the page lay out text rectangles. */
export const RECTANGLES_FLAG = '_docs_annotate_canvas_by_ext';

/** The scroll container of the document. */
export const EDITOR = '.kix-appview-editor';

/** The frame that has the keyboard, and in it the element that gets copy events. */
export const INPUT_FRAME = '.docs-texteventtarget-iframe';
export const INPUT = '[contenteditable=true]';
/** The same element where the document can only be read. */
export const READ_ONLY_INPUT = '[role=textbox], [contenteditable]';

/** One style run on one visual line each, labelled with its text; only near what is on screen. */
export const TEXT_RECTANGLE = '[role=paragraph] > rect[aria-label]';
/** The font of a rectangle's text, as CSS. */
export const RECTANGLE_FONT = 'data-font-css';
/** Headers, footers and footnotes, whose text is not in the document's own. */
export const MARGINAL_TEXT = '[data-section-type]';
/** The canvas layer that holds rectangles; in the page it may stand in any order. */
export const TILE = '.kix-canvas-tile-content';

/** What is drawn for selections and carets, the user's and others'; no text is in it. */
export const SELECTION_LAYER = '.kix-canvas-tile-selection, .kix-cursor';

/** Rectangles of selections, the user's and others'. */
export const SELECTION_RECTANGLE = '.kix-canvas-tile-selection rect[fill]';
/** How the user's own selection is filled, with and without the keyboard; spaces aside. */
export const OWN_SELECTION_FILLS: readonly string[] = ['rgba(118,167,250,0.5)', 'rgba(0,0,0,0.15)'];

export const OWN_CARET = '#kix-current-user-cursor-caret';
/** Somebody else's caret, with their name on it. */
export const OTHERS_CARET = '.kix-cursor-name';

/**
 * How long the page may take to answer, in milliseconds. It is felt as part of the key press; what
 * has not answered by then has, as far as is known, never answered.
 */
export const PATIENCE = 800;

/** How long the page takes to scroll to a place, in milliseconds (about 250), and then some. */
export const ARRIVAL = 1_000;
