import { expect, it } from 'vitest';
import { documentNames } from '../../../../data/evidence/document-names';
import { record } from '../../../fixtures/records';

const NEW = '2026-05-01T12:00:00.000Z';
const at = (document: string, title: string, created = '2026-01-01T12:00:00.000Z') =>
  record({ created, target: { document, title } });

it.each([[[0, 1]], [[1, 0]]])('a document has the title it had last (%j)', (order) => {
  const both = [at('https://a.com/x', 'Draft'), at('https://a.com/x', 'My review', NEW)];
  const evidence = order.map((index) => both[index] as (typeof both)[0]);
  expect([...documentNames(evidence)]).toEqual([['https://a.com/x', 'My review']]);
});

it('two of one title are told apart by their addresses', () => {
  const names = documentNames([
    at('https://a.com/x', 'Review'),
    at('https://b.com/y?v=1', 'Review'),
    at('https://b.com/z', 'Notes'),
  ]);
  expect([...names.values()]).toEqual(['Review · a.com/x', 'Review · b.com/y', 'Notes']);
});

it('keeps the ends of a long address, and all of it where that does not do', () => {
  const id = 'x'.repeat(80);
  const names = (...ends: string[]) =>
    documentNames(ends.map((end) => at(`https://a.com/${id}${end}`, 'Review'))).values();
  const [first, second] = names('/1', '/2');
  expect(first).toMatch(/^Review · a\.com\/x+…x+\/1$/);
  expect(first?.length).toBeLessThan(75);
  expect(second).toMatch(/\/2$/);
  expect([...names('?v=1', '?v=2')]).toEqual(
    ['?v=1', '?v=2'].map((end) => `Review · https://a.com/${id}${end}`),
  );
});

it('one without a title is called by its address, and none stands for no document', () => {
  expect([...documentNames([at('https://a.com/x', ' '), at('', 'Pasted')]).values()]).toEqual([
    'a.com/x',
  ]);
});
