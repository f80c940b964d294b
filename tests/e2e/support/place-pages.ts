import { HTML, TEXT } from '../../fixtures/editors/document.js';
import { editorRoutes } from '../harness/editors';
import type { Routes } from '../harness/serve';

/** Higher than any window: what stands below it has to be scrolled to. */
const TALL = '<div style="height:3000px"></div>';

const page = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>My review</title>${body}</html>`;
const far = (body: string) => page(`${TALL}${body}${TALL}`);
const frame = (attributes: string) => `<iframe ${attributes} width="600" height="300"></iframe>`;

const WORDS = far(HTML);
/** A field shows four of these lines; the document stands in their middle. */
const LINES = 'A line about something else.\n'.repeat(40);

const PAGES: Routes = {
  '/page-text': WORDS,
  '/contenteditable': far(`<div contenteditable>${HTML}</div>`),
  '/text-field': far(`<textarea rows="4" cols="60">${LINES}${TEXT}\n${LINES}</textarea>`),
  '/text-input': far(`<input size="30" value="${TEXT.replaceAll('\n', ' ')}">`),
  '/words': WORDS,
  '/same-origin': far(frame('src="/words"')),
  '/cross-origin': far(`${frame('id="other"')}<script>
    other.src = location.origin.replace('127.0.0.1', 'localhost') + '/words'</script>`),
  '/srcdoc': far(frame(`srcdoc="${HTML.replaceAll('<', '&lt;')}"`)),
  '/shadow': far(`<div id="host"></div><script>
    host.attachShadow({ mode: 'open' }).innerHTML = '${HTML}'</script>`),
};

const EDITORS = ['prosemirror', 'quill', 'tinymce', 'slate', 'lexical', 'codemirror', 'editorjs'];

/** The pages of the places, each with the same three paragraphs far down; for `serve`. */
export async function placePages(): Promise<Routes> {
  const routes = [PAGES];
  for (const name of EDITORS) {
    const { [`/${name}`]: own, ...script } = await editorRoutes(name);
    const editor = '<div id="editor"></div>';
    routes.push({
      ...script,
      [`/${name}`]: String(own).replace(editor, `${TALL}${editor}${TALL}`),
    });
  }
  return Object.assign({}, ...routes);
}
