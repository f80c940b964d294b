// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { createEvidenceStore } from '../../../data/evidence';
import { EVERYTHING } from '../../../data/evidence/filter';
import type { Place } from '../../../data/panel-place';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { LADDER, record } from '../../fixtures/records';
import { wordsInEnglish } from '../support/english';
import { draw } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

let place: HTMLElement;

beforeEach(() => {
  place = emptyPlace();
  wordsInEnglish();
});

const library = {
  ladders: [LADDER],
  settings: DEFAULT_SETTINGS,
  mine: { ladder: LADDER, level: 'pm2' },
};

async function said(tab: Place['tab'], count: number): Promise<string | null> {
  const evidence = Array.from({ length: count }, (_, at) => record({ id: `e${at}` }));
  await createEvidenceStore().putBack(evidence);
  const filter = { ...EVERYTHING, kind: 'self' } as const;
  await draw(<Panel library={library} start={{ tab, filter }} />, place);
  return place.querySelector('.room')?.textContent ?? null;
}

it.each([
  ['evidence', 1, '1 of 1 piece of evidence'],
  ['evidence', 2, '2 of 2 pieces of evidence'],
  ['export', 1, 'The filter leaves 1 of 1 piece of evidence to export.'],
  ['export', 2, 'The filter leaves 2 of 2 pieces of evidence to export.'],
] as const)('in the room %s with %i', async (tab, count, words) => {
  expect(await said(tab, count)).toContain(words);
});
