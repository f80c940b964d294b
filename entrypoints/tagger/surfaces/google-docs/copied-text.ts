import { isElement, isText } from '../flat-tree';

/** Elements that stand on lines of their own; cells are parted by tabs instead. */
const BLOCKS = new Set(
  'address article blockquote div h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(' '),
);
const CELLS = new Set(['td', 'th']);

/** Zero-width characters that keep an empty line open; joiners stay, as emoji need them. */
const HOLDERS = /[\u200B\uFEFF]/g;

/**
 * The words of what the editor wrote for a copy: paragraphs on lines of their own, cells parted by
 * tabs. Layout has no part in it, as the element is out of sight.
 */
export function copiedText(root: Node): string {
  let text = '';
  let due: '' | '\t' | '\n' = '';
  const part = (by: '\t' | '\n') => {
    if (text !== '' && due !== '\n') due = by;
  };
  const visit = (node: Node) => {
    if (isText(node)) {
      const words = node.data.replace(HOLDERS, '');
      if (words === '') return;
      text += due + words;
      due = '';
      return;
    }
    if (!isElement(node)) return;
    const name = node.nodeName.toLowerCase();
    if (name === 'br') {
      text += `${due}\n`;
      due = '';
      return;
    }
    const cell = CELLS.has(name);
    // A paragraph inside a cell begins no line of its own; a second one does.
    if (BLOCKS.has(name) && due !== '\t') part('\n');
    for (const child of node.childNodes) visit(child);
    if (cell) due = text === '' ? '' : '\t';
    else if (BLOCKS.has(name)) part('\n');
  };
  for (const child of root.childNodes) visit(child);
  return text;
}
