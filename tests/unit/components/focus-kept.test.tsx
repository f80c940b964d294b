// @vitest-environment happy-dom
import type { ComponentChild } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { EvidenceItem } from '../../../components/evidence/EvidenceItem';
import { Filters } from '../../../components/evidence/Filters';
import { StandingLine } from '../../../components/evidence/StandingLine';
import { LevelPair } from '../../../components/ladder/LevelPair';
import { EVERYTHING } from '../../../data/evidence/filter';
import { toBackup } from '../../../data/export/json';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS, keepLadder, ownLaddersItem } from '../../../data/library';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import type { Standing } from '../../../data/standing';
import { Backup } from '../../../entrypoints/options/Backup';
import { OwnLadders } from '../../../entrypoints/options/OwnLadders';
import { Sites } from '../../../entrypoints/options/Sites';
import { SiteSwitch } from '../../../entrypoints/wiring/site/SiteSwitch';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, event, settled, wordsByKey } from '../support/mounted';

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const own: Ladder = { ...ladder, id: 'own', name: 'Own' };
const evidence = seededRecord(0);
const nothing = () => undefined;
const now = { exact: 'Something else', prefix: '', suffix: '' };

let place: HTMLElement;

beforeEach(() => {
  wordsByKey();
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

/** Goes to the button of a name. */
function focus(words: string): void {
  const buttons = [...place.querySelectorAll('button')];
  const button = buttons.find(({ textContent }) => textContent?.startsWith(words));
  if (!button) throw new Error(`There is no button “${words}”.`);
  button.focus();
  expect(document.activeElement).toBe(button);
}

const item = (standing: Standing) => (
  <EvidenceItem
    evidence={evidence}
    ladders={BUNDLED_LADDERS}
    onChange={async () => true}
    onRemove={async () => true}
  >
    <StandingLine
      evidence={evidence}
      standing={standing}
      {...{ onTakeOver: nothing, onKeep: nothing, onAttach: nothing, onGoTo: nothing }}
    />
  </EvidenceItem>
);
const filters = (document: string | null) => (
  <Filters
    filter={{ ...EVERYTHING, kind: 'self', document }}
    ladders={BUNDLED_LADDERS}
    mine={evidence.ladder}
    evidence={[evidence]}
    page={evidence.target.document}
    inputRef={{ current: null }}
    onFilter={nothing}
  />
);
const pair = (...levels: number[]) => (
  <LevelPair
    ladder={ladder}
    mine={ladder.levels[0]?.id ?? ''}
    levels={levels.map((index) => ladder.levels[index] as Ladder['levels'][number])}
    onLevels={nothing}
  />
);
const ladders = (...some: Ladder[]) => <OwnLadders ladders={some} onNotice={nothing} />;

it.each<[string, string, ComponentChild, ComponentChild, string]>([
  ['attached', 'standing_attach', item({ state: 'orphan' }), item({ state: 'same' }), 'li'],
  [
    ...(['taken over', 'standing_takeOver'] as const),
    ...([item({ state: 'edited', quote: now }), item({ state: 'same' }), 'li'] as const),
  ],
  [
    ...(['kept', 'standing_no'] as const),
    ...([item({ state: 'doubtful', quote: now }), item({ state: 'orphan' }), 'li'] as const),
  ],
  [
    ...(['filtered', 'filter_thisPage'] as const),
    ...([filters(null), filters(evidence.target.document), '.filters select'] as const),
  ],
  ['set back', 'level_reset', pair(2, 3), pair(0, 1), 'select'],
  ['removed', 'ladders_remove', ladders(own), ladders(), 'h2'],
])(
  'the focus stays where the button stood with which something was %s',
  async (_what, button, before, after, heir) => {
    await draw(before, place);
    focus(button);
    await draw(after, place);
    expect(document.activeElement).toBe(place.querySelector(heir));
  },
);

it.each([
  ['no more shown on', ['https://a.example/*'], [], 'sites_takeBack'],
  ['allowed', [], ['https://a.example/*'], 'sites_allow'],
])('the focus stays with the sites where one is %s', async (_what, before, after, button) => {
  location.hash = `#allow=${encodeURIComponent('https://a.example/*')}`;
  const changed = event();
  const getAll = vi.fn(async () => ({ origins: before as string[] }));
  Object.assign(browser.permissions, { getAll, onAdded: changed, onRemoved: event() });
  await draw(<Sites onNotice={() => {}} />, place);
  focus(button);
  getAll.mockResolvedValue({ origins: after });
  changed.happens();
  await settled();
  expect(document.activeElement).toBe(place.querySelector('h2'));
});

it('the focus stays with the backup where a ladder is replaced by the one in it', async () => {
  await keepLadder(own);
  const inBackup = { ...own, summary: 'Another one.' };
  const settings = DEFAULT_SETTINGS;
  const text = toBackup({ evidence: [], ladders: [inBackup], settings, exportedAt: new Date() });
  await draw(<Backup onNotice={nothing} />, place);
  const input = place.querySelector('input') as HTMLInputElement;
  const file = new File([text], 'backup.json');
  Object.defineProperty(input, 'files', { value: [file] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  focus('backup_replace');
  (document.activeElement as HTMLElement).click();
  await settled();
  expect((await ownLaddersItem.getValue()).own).toEqual(inBackup);
  expect(document.activeElement).toBe(place.querySelector('h2'));
});

it('goes from the button for a reload to the switch above it', async () => {
  const onUpdated = event<[number, { status: string }]>();
  const contains = async () => true;
  Object.assign(browser, {
    permissions: { onAdded: event(), onRemoved: event(), contains },
    scripting: { executeScript: async () => [{ result: false }] },
  });
  Object.assign(browser.tabs, { onUpdated });
  await draw(<SiteSwitch tabId={7} url="https://docs.google.com/document/d/abc/edit" />, place);
  focus('page_reload');
  onUpdated.happens(7, { status: 'loading' });
  await settled();
  expect(document.activeElement).toBe(place.querySelector('input'));
});
