/** What Rung does with a passage; a test of each name stands in the specs for each place. */
export const ACTIONS = ['tag', 'find again', 'paint', 'go to'] as const;

export type Action = (typeof ACTIONS)[number];

export interface Place {
  /** As it reads in the README's table and in the tests' names. */
  readonly name: string;
  /** Path of the page that the tests open. */
  readonly path: string;
  /** How its words are changed: typed by the user, typed into a field, or by the page's script. */
  readonly edited: 'typed' | 'field' | 'script' | 'google-docs';
  /** Where every action is tested. */
  readonly browsers: readonly TestedBrowser[];
  /** Actions tested once the user has allowed a site; a gesture is enough for the others. */
  readonly allowed?: Partial<Record<TestedBrowser, readonly Action[]>>;
}

export type TestedBrowser = 'chromium' | 'firefox';

const BOTH = ['chromium', 'firefox'] as const;
const CHROMIUM = ['chromium'] as const;

/** The rows of the README's table "Where it works", in its order. */
export const PLACES: readonly Place[] = [
  {
    name: 'Google Docs',
    path: '/document/d/1review/edit',
    edited: 'google-docs',
    browsers: BOTH,
    allowed: { chromium: ['paint', 'go to'], firefox: ACTIONS },
  },
  { name: 'page text', path: '/page-text', edited: 'script', browsers: BOTH },
  { name: 'text field', path: '/text-field', edited: 'field', browsers: BOTH },
  { name: 'text input', path: '/text-input', edited: 'field', browsers: CHROMIUM },
  { name: 'contenteditable', path: '/contenteditable', edited: 'typed', browsers: CHROMIUM },
  { name: 'same-origin frame', path: '/same-origin', edited: 'script', browsers: BOTH },
  {
    name: 'cross-origin frame',
    path: '/cross-origin',
    edited: 'script',
    browsers: CHROMIUM,
    allowed: { chromium: ACTIONS },
  },
  { name: 'srcdoc frame', path: '/srcdoc', edited: 'script', browsers: CHROMIUM },
  { name: 'open shadow root', path: '/shadow', edited: 'script', browsers: CHROMIUM },
  { name: 'ProseMirror', path: '/prosemirror', edited: 'typed', browsers: BOTH },
  { name: 'Quill', path: '/quill', edited: 'typed', browsers: BOTH },
  { name: 'TinyMCE', path: '/tinymce', edited: 'typed', browsers: CHROMIUM },
  { name: 'Slate', path: '/slate', edited: 'typed', browsers: CHROMIUM },
  { name: 'CodeMirror 6', path: '/codemirror', edited: 'typed', browsers: CHROMIUM },
  { name: 'Editor.js', path: '/editorjs', edited: 'typed', browsers: CHROMIUM },
];

/** The places that are tested in a browser. */
export function placesIn(browser: TestedBrowser): Place[] {
  return PLACES.filter(({ browsers }) => browsers.includes(browser));
}
