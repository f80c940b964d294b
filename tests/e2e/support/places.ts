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
  /** Actions tested once the user has allowed a site; a gesture is enough for the others. */
  readonly allowed?: Partial<Record<TestedBrowser, readonly Action[]>>;
}

export type TestedBrowser = 'chromium' | 'firefox';

/** The rows of the README's table "Where it works", in its order. */
export const PLACES: readonly Place[] = [
  {
    name: 'Google Docs',
    path: '/document/d/1review/edit',
    edited: 'google-docs',
    allowed: { chromium: ['paint', 'go to'], firefox: ACTIONS },
  },
  { name: 'page text', path: '/page-text', edited: 'script' },
  { name: 'text field', path: '/text-field', edited: 'field' },
  { name: 'text input', path: '/text-input', edited: 'field' },
  { name: 'contenteditable', path: '/contenteditable', edited: 'typed' },
  { name: 'same-origin frame', path: '/same-origin', edited: 'script' },
  {
    name: 'cross-origin frame',
    path: '/cross-origin',
    edited: 'script',
    allowed: { chromium: ACTIONS, firefox: ACTIONS },
  },
  { name: 'srcdoc frame', path: '/srcdoc', edited: 'script' },
  { name: 'open shadow root', path: '/shadow', edited: 'script' },
  { name: 'ProseMirror', path: '/prosemirror', edited: 'typed' },
  { name: 'Quill', path: '/quill', edited: 'typed' },
  { name: 'TinyMCE', path: '/tinymce', edited: 'typed' },
  { name: 'Slate', path: '/slate', edited: 'typed' },
  { name: 'Lexical', path: '/lexical', edited: 'typed' },
  { name: 'CodeMirror 6', path: '/codemirror', edited: 'typed' },
  { name: 'Editor.js', path: '/editorjs', edited: 'typed' },
];
