// @vitest-environment happy-dom
import { h } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { Filters } from '../../../../components/evidence/Filters';
import { EVERYTHING } from '../../../../data/evidence/filter';
import { LADDER, record } from '../../../fixtures/records';
import { draw, wordsByKey } from '../../support/mounted';

beforeEach(wordsByKey);

it('offers each page under its newest title, and two of one title with their addresses', async () => {
  const on = (document: string, title: string, created: string) =>
    record({ id: created, created, target: { document, title } });
  const evidence = [
    on('https://a.com/x', 'Review', '2026-03-01T12:00:00.000Z'),
    on('https://a.com/x', 'Untitled document', '2026-01-01T12:00:00.000Z'),
    on('https://b.com/y', 'Review', '2026-02-01T12:00:00.000Z'),
  ];
  const place = document.createElement('div');
  const filter = { ...EVERYTHING, kind: 'self' as const };
  const rest = {
    mine: LADDER.id,
    page: null,
    inputRef: { current: null },
    onFilter: () => undefined,
  };
  await draw(h(Filters, { filter, ladders: [LADDER], evidence, ...rest }), place);
  const options = [...place.querySelectorAll('option')].map(({ textContent }) => textContent);
  expect(options).toEqual(expect.arrayContaining(['Review · a.com/x', 'Review · b.com/y']));
  expect(options).not.toContain('Untitled document');
});
