// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEvidenceStore, type Evidence } from '../../../data/evidence';
import { DEFAULT_SETTINGS, type Settings } from '../../../data/settings';
import { LADDER, record } from '../../fixtures/records';
import { wordsInEnglish } from '../support/english';
import { draw, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

let place: HTMLElement;

beforeEach(() => {
  place = emptyPlace();
  wordsInEnglish();
});

afterEach(() => {
  vi.useRealTimers();
});

const PERIOD = { periodFrom: '2026-01-01', periodTo: '2026-06-30' };

/** Coverage of some evidence, of someone at the second of three levels. */
async function open(
  evidence: Parameters<typeof record>[0][],
  settings: Partial<Settings> = {},
  ladder = LADDER,
) {
  const records = evidence.map((one, at) =>
    record({ id: `e${at}`, quote: `Passage ${at}`, ...one }),
  );
  await createEvidenceStore().putBack(records);
  const mine = { ladder, level: 'pm2' };
  const library = { ladders: [ladder], settings: { ...DEFAULT_SETTINGS, ...settings }, mine };
  await draw(<Panel library={library} start={{ tab: 'coverage' }} />, place);
}

const buttons = () => [...place.querySelectorAll<HTMLElement>('.coverage button')];

/** Presses a button of the tab, and gives which evidence is shown then. */
async function press(words: string): Promise<Evidence['id'][]> {
  const button = buttons().find(({ textContent }) => textContent === words);
  if (!button) throw new Error(`No button says ${words}`);
  await act(async () => button.click());
  await settled();
  const shown = [...place.querySelectorAll<HTMLElement>('.evidence')];
  return shown.map(({ dataset }) => dataset.id ?? '').sort();
}

it('leads from how much is whose view to just that, of the period and the ladder', async () => {
  await open(
    [
      {},
      { kind: 'peer' },
      { kind: 'peer', when: '2025-05-01' },
      { kind: 'peer', ladder: 'gone' },
      { kind: 'peer', level: 'pm1' },
    ],
    PERIOD,
  );
  expect(buttons().some(({ textContent }) => textContent?.startsWith('Manager'))).toBe(false);
  expect(place.querySelector('.coverage-summary .facts')?.textContent).toMatch(
    /Self 1 Peer feedback 2 Manager feedback 0$/,
  );
  expect(await press('Peer feedback 2')).toEqual(['e1', 'e4']);
});

it('says first that nothing is tagged yet, and not of nothing whose view it is', async () => {
  await open([]);
  const [first, ...rest] = place.querySelectorAll('.coverage-summary p');
  expect(first?.textContent).toBe(
    'Nothing is tagged yet. What you tag is counted here. Go to Evidence',
  );
  expect(rest.map(({ textContent }) => textContent)).toEqual([
    'Set your review period to count only evidence from it',
  ]);
});

it('says how much is covered at a level whose name has the sign that parts forms', async () => {
  const levels = LADDER.levels.map((one) => ({ ...one, name: `${one.name} | ${one.title} | x` }));
  const ladder = { ...LADDER, levels };
  const library = { ladders: [ladder], settings: DEFAULT_SETTINGS, mine: { ladder, level: 'pm2' } };
  await draw(<Panel library={library} start={{ tab: 'coverage' }} />, place);
  const words = place.querySelector('.coverage-summary h2')?.textContent;
  expect(words?.replaceAll('\u00a0', ' ')).toContain(`evidence at ${levels[1]?.name}`);
});

it('asks nothing about ladders where all evidence is of mine', async () => {
  await open([{}]);
  expect(await press('Self 1')).toEqual(['e0']);
  expect(place.querySelector('.filter-ladder')).toBeNull();
});

it('leads to what belongs to another ladder, whenever it was done', async () => {
  await open([{}, { ladder: 'gone' }, { ladder: 'lost', when: '2020-01-01' }], PERIOD);
  expect(place.textContent).toContain('2 pieces belong to another ladder. Show them');
  expect(await press('Show them')).toEqual(['e1', 'e2']);
});

it('moves what was of another ladder and fits mine, and undoes that for what is as it was moved', async () => {
  const store = createEvidenceStore();
  const ladders = async () => (await store.all()).evidence.map(({ ladder }) => ladder);
  await open([
    { ladder: 'last-year' },
    { ladder: 'before-that', subSkill: 'market' },
    { ladder: 'last-year', subSkill: 'lost' },
  ]);
  expect(place.textContent).toContain(
    '2 pieces on other ladders are tagged with sub-skills and levels that Acme PM has too. ' +
      'Move them to Acme PM',
  );
  await press('Move them to Acme PM');
  expect(await ladders()).toEqual(['acme-pm', 'acme-pm', 'last-year']);
  expect(place.querySelector('.toast')?.textContent).toContain(
    '2 pieces of evidence moved to Acme PM',
  );
  expect(place.textContent).toContain('1 piece belongs to another ladder.');
  expect(place.textContent).not.toContain('Move');
  expect(document.activeElement?.textContent).toBe(
    'Set your review period to count only evidence from it',
  );

  const [, second] = (await store.all()).evidence;
  if (second) await store.change(second, { level: 'pm3' });
  await act(async () => place.querySelector<HTMLElement>('.toast button')?.click());
  await settled();
  expect(await ladders()).toEqual(['last-year', 'acme-pm', 'last-year']);
  expect(place.querySelector('.toast')?.textContent).toContain(
    'Undone for 1 of 2. What has been changed or deleted since stays as it is.',
  );
});

it.each([
  ['moved', { ladder: 'last-year' }, 'Move it', 'Moved to Acme PM'],
  ['dated', { created: '2026-07-01T12:00:00.000Z' }, 'Date it', '1 piece of evidence is now dated'],
])('keeps the undo of what was %s where it is clicked twice', async (_, one, words, says) => {
  vi.useFakeTimers({ now: Date.parse('2026-07-20T12:00:00.000Z'), toFake: ['Date'] });
  await open([one], PERIOD);
  const button = buttons().find(({ textContent }) => textContent?.startsWith(words));
  await act(async () => {
    button?.click();
    button?.click();
  });
  await settled();
  const notice = place.querySelector('.toast');
  expect(notice?.textContent).toContain(says);
  expect(notice?.textContent).toContain('Undo');
});

it('names a ladder whole that the evidence was moved to, whatever sign is in its name', async () => {
  await open([{ ladder: 'last-year' }], {}, { ...LADDER, name: 'Acme | PM' });
  const button = buttons().find(({ textContent }) => textContent?.startsWith('Move it'));
  await act(async () => button?.click());
  await settled();
  const words = place.querySelector('.toast')?.textContent?.replaceAll('\u00a0', ' ');
  expect(words).toContain('Moved to Acme | PM');
});

it('moves nothing that no longer fits when it is asked to, and says so', async () => {
  await open([{ ladder: 'last-year' }]);
  const store = createEvidenceStore();
  const [one] = (await store.all()).evidence;
  const button = buttons().find(({ textContent }) => textContent === 'Move it to Acme PM');
  // The other window's change is on its way.
  if (one) await store.change(one, { subSkill: 'lost' });
  await act(async () => button?.click());
  await settled();
  expect((await store.all()).evidence.map(({ ladder }) => ladder)).toEqual(['last-year']);
  expect(place.querySelector('.toast')?.textContent).toContain(
    'This evidence has been changed or deleted since, so nothing was moved.',
  );
});

it('leads to what names what the ladder no longer has, and counts it by whose view it is', async () => {
  await open([{}, { subSkill: 'lost' }, { level: 'lost' }, { ladder: 'gone' }], PERIOD);
  expect(place.textContent).toContain(
    '2 pieces name a sub-skill or level that this ladder no longer has. Show them',
  );
  expect(await press('Self 3')).toEqual(['e0', 'e1', 'e2']);
  await draw(null, place);
  await open([{}, { subSkill: 'lost' }, { level: 'lost' }], PERIOD);
  expect(await press('Show them')).toEqual(['e1', 'e2']);
  expect(place.querySelector<HTMLSelectElement>('.filter-ladder select')?.value).toBe(
    `unplaced ${LADDER.id}`,
  );
});

it('tells whoever was promoted where their evidence is, and leads there', async () => {
  await open([{ level: 'pm1' }, { level: 'pm1', when: '2025-05-01' }], PERIOD);
  expect(place.textContent).toContain('Your evidence is at PM1: 1 piece');
  expect(await press('1 piece')).toEqual(['e0']);
});

it('says it otherwise where some is at the new level already, and not at all where most is', async () => {
  await open([{ level: 'pm1' }, { level: 'pm1' }, {}]);
  expect(place.textContent).toContain('There is more at PM1, the level below: 2 pieces');
  await draw(null, place);
  await open([{ level: 'pm1' }, { level: 'pm1' }, {}, { subSkill: 'market' }]);
  expect(place.textContent).not.toContain('at PM1');
});

it('says in a cell whose views it holds', async () => {
  await open([{}, {}, { kind: 'peer' }]);
  const cell = place.querySelector('.cell-count');
  const words = 'Research & data, PM2: 3 pieces of evidence: 2 self, 1 peer';
  expect([cell?.getAttribute('aria-label'), cell?.getAttribute('title')]).toEqual([words, words]);
});

it('counts what is outside the period with the rest where that is asked for, and leads to it', async () => {
  await open([{}, { when: '2025-05-01' }], PERIOD);
  const kinds = () => place.querySelector('.coverage-summary .facts')?.textContent;
  expect(kinds()).toMatch(/^ ?Self 1 /);
  await press('Count everything');
  expect(kinds()).toMatch(/^ ?Self 2 /);
  await press('Only the review period');
  expect(kinds()).toMatch(/^ ?Self 1 /);
  await press('Count everything');
  expect(await press('Self 2')).toEqual(['e0', 'e1']);
});

it('lists at once what is missing where that is less than half, and nothing where all is', async () => {
  const lists = () => [...place.querySelectorAll<HTMLDetailsElement>('.gaps')];
  await open([]);
  expect(lists()).toEqual([]);
  await draw(null, place);
  await open([{}]);
  expect(lists().map((one) => one.open)).toEqual([false]);
  await draw(null, place);
  await open([{}, { subSkill: 'market' }]);
  expect(lists().map((one) => one.open)).toEqual([true]);
});

it('says it also of a single piece that stands in no cell', async () => {
  await open([{}, { ladder: 'gone' }, { level: 'lost' }]);
  const ways = buttons().filter(({ textContent }) => textContent?.startsWith('Show '));
  expect(ways).toHaveLength(2);
});
