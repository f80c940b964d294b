// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { Elsewhere } from '../../../components/coverage/Elsewhere';
import { Fitting } from '../../../components/coverage/Fitting';
import { createEvidenceStore } from '../../../data/evidence';
import { EVERYTHING } from '../../../data/evidence/filter';
import type { Place } from '../../../data/panel-place';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { restoredWords } from '../../../entrypoints/options/backup-words';
import type { Restored } from '../../../entrypoints/wiring/saving/backup';
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

it('writes large numbers of a restore and of what is elsewhere as they are written everywhere', () => {
  const restored = { added: 1234, updated: 5678, unchanged: 9012, ladders: 3456, settings: {} };
  expect(restoredWords(restored as Restored)).toBe(
    'Evidence restored: 1,234 added, 5,678 updated, 9,012 already here. 3,456 ladders added.',
  );
  const counts = { otherLadder: 1234, unknownSubSkill: 5000, unknownLevel: 678, outsidePeriod: 0 };
  const nothing = () => undefined;
  act(() =>
    render(<Elsewhere counts={counts} onOtherLadders={nothing} onUnplaced={nothing} />, place),
  );
  expect(place.textContent).toContain('1,234 pieces belong');
  expect(place.textContent).toContain('5,678 pieces name');
});

it('writes large numbers of what fits from other ladders so, and any name of mine', () => {
  const nothing = () => undefined;
  act(() => render(<Fitting count={1234} ladder="Acme | PM" onMove={nothing} />, place));
  expect(place.textContent?.replaceAll('\u00a0', ' ')).toBe(
    '1,234 pieces on other ladders are tagged with sub-skills and levels that Acme | PM has too. ' +
      'Move them to Acme | PM',
  );
});

it.each([
  ['evidence', 1, '1 of 1 piece of evidence'],
  ['evidence', 2, '2 of 2 pieces of evidence'],
  ['export', 1, 'The filter leaves 1 of 1 piece of evidence to export.'],
  ['export', 2, 'The filter leaves 2 of 2 pieces of evidence to export.'],
] as const)('in the room %s with %i', async (tab, count, words) => {
  expect(await said(tab, count)).toContain(words);
});
