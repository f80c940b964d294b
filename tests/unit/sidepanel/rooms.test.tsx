// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEvidenceStore, type Evidence } from '../../../data/evidence';
import { EVERYTHING } from '../../../data/evidence/filter';
import { type Place, TABS } from '../../../data/panel-place';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { LADDER, record } from '../../fixtures/records';
import { draw, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

const OTHER = { ...LADDER, id: 'other', name: 'Other' };
const mine = { ladder: LADDER, level: 'pm2' };
const library = { ladders: [LADDER, OTHER], settings: DEFAULT_SETTINGS, mine };

let place: HTMLElement;

beforeEach(() => {
  place = emptyPlace();
});
afterEach(() => draw(null, place));

async function open(start: Partial<Place>, evidence: readonly Evidence[] = [record()]) {
  await createEvidenceStore().putBack(evidence);
  await draw(<Panel library={library} start={start} />, place);
}

async function press(what: string | ((button: HTMLElement) => boolean)): Promise<void> {
  const is = typeof what === 'string' ? (one: HTMLElement) => one.matches(what) : what;
  const button = [...place.querySelectorAll<HTMLElement>('button')].find(is);
  if (!button) throw new Error('There is no such button.');
  button.focus();
  await act(async () => button.click());
  await settled();
}

it('calls each room by its tab', async () => {
  await open({});
  const room = place.querySelector('[role=tabpanel]');
  for (const tab of TABS) {
    await press(`#tab-${tab}`);
    expect(room?.getAttribute('aria-labelledby')).toBe(`tab-${tab}`);
  }
});

it('keeps what is half written while something is looked up in another room', async () => {
  await open({ tab: 'evidence' });
  await press('[data-edit]');
  const note = place.querySelector('textarea') as HTMLTextAreaElement;
  note.value = 'Half a sentence';
  await act(async () => void note.dispatchEvent(new Event('input', { bubbles: true })));
  await settled();
  await press('#tab-ladder');
  expect(note.closest('[hidden]')).not.toBeNull();
  await press('#tab-evidence');
  expect(place.querySelector('textarea')).toBe(note);
  expect([note.value, note.closest('[hidden]')]).toEqual(['Half a sentence', null]);
});

it('opens a sub-skill on the ladder it is asked for on, with the evidence of that one', async () => {
  const onOther = ['a', 'b'].map((id) =>
    record({ id, quote: id, ladder: OTHER.id, subSkill: 'market' }),
  );
  const all = [record({ subSkill: 'market' }), ...onOther];
  await open({ tab: 'ladder', ladder: OTHER.id, subSkill: 'market' }, all);
  await press((button) => button.textContent === 'evidence_count 2');
  const shown = [...place.querySelectorAll<HTMLElement>('.evidence')];
  expect(shown.map(({ dataset }) => dataset.id).sort()).toEqual(['a', 'b']);
});

it('goes back from a sub-skill to all of them with Escape', async () => {
  await open({ tab: 'ladder', subSkill: 'market' });
  expect(place.querySelector('.sub-skill-head')).not.toBeNull();
  const key = { key: 'Escape', bubbles: true, cancelable: true };
  await act(
    async () => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key)),
  );
  await settled();
  expect(place.querySelector('.sub-skill-head')).toBeNull();
});

it.each([
  [{ query: 'zebra' }, 'evidence_nothingFound zebra', 'evidence_whatToType'],
  [{ kind: 'peer' }, 'evidence_noneShown', 'evidence_noneShownHint 1'],
  [{ kind: 'peer', query: 'zebra' }, 'evidence_noneShown', 'evidence_noneShownHint 1'],
] as const)('says why nothing is shown and shows all again (%#)', async (filter, title, hint) => {
  await open({ tab: 'evidence', filter: { ...EVERYTHING, ...filter } });
  const empty = place.querySelector('.empty');
  expect(empty?.querySelector('h2')?.textContent).toBe(title);
  expect(empty?.textContent).toContain(hint);
  await press((button) => empty?.contains(button) === true);
  expect(place.querySelectorAll('.evidence')).toHaveLength(1);
  expect(document.activeElement).toBe(place.querySelector('input[type=search]'));
});
