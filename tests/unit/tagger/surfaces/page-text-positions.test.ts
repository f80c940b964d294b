// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { offsetAt, piecesOf } from '../../../../entrypoints/tagger/surfaces/page-text/positions';
import { TextModel } from '../../../../entrypoints/tagger/surfaces/page-text/text-model';

const CDATA_SECTION = 4;

/** As XHTML has them: text of its own that is no text node by its type. */
function cdata(words: string): Text {
  const node = document.createTextNode(words);
  Object.defineProperty(node, 'nodeType', { value: CDATA_SECTION });
  return node;
}

/** Which the stand-in browser does not know by itself. */
const STYLE = { display: 'block', visibility: 'visible', userSelect: 'auto' };

it('knows where the words of a CDATA section stand', () => {
  vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue(STYLE as CSSStyleDeclaration);
  const [first, second] = [cdata('Shipped the roadmap '), cdata('to everyone.')];
  const paragraph = document.createElement('p');
  paragraph.append(first, second);
  document.body.replaceChildren(paragraph);
  const model = new TextModel(document, () => {});
  while (model.step());
  model.layOut();

  expect(model.text).toBe('Shipped the roadmap to everyone.');
  expect(offsetAt(model, first, 8)).toBe(8);
  expect(offsetAt(model, second, 2)).toBe(22);
  expect(offsetAt(model, paragraph, 1)).toBe(20);
  expect(piecesOf(model, { start: 12, end: 22 })).toEqual([
    { node: first, from: 12, to: 20 },
    { node: second, from: 0, to: 2 },
  ]);
});
