// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { createEvidenceStore } from '../../../data/evidence';
import { EVERYTHING } from '../../../data/evidence/filter';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import type { Place } from '../../../data/panel-place';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { seededRecord } from '../../e2e/harness/seed';
import { draw, settled } from '../support/mounted';
import { emptyPlace, Panel } from '../support/panel';

const record = seededRecord(0);
const SUB_SKILL = `${record.ladder}/${record.subSkill}`;
const ladder = BUNDLED_LADDERS.find(({ id }) => id === record.ladder) as Ladder;
const library = {
  ladders: BUNDLED_LADDERS,
  settings: DEFAULT_SETTINGS,
  mine: { ladder, level: record.level },
};

let place: HTMLElement;

beforeEach(() => {
  place = emptyPlace();
});

/** The side panel with one piece of evidence, or none, opened at a place. */
async function open(start: Partial<Place>, records = [record]): Promise<void> {
  await createEvidenceStore().putBack(records);
  await draw(<Panel library={library} start={start} />, place);
}

/** Goes to a button and presses it. */
async function press(words: string | RegExp): Promise<void> {
  const button = [...place.querySelectorAll('button')].find((one) =>
    `${one.getAttribute('aria-label') ?? ''} ${one.textContent}`.match(words),
  );
  if (!button) throw new Error(`There is no button “${words}”.`);
  button.focus();
  await act(async () => button.click());
  await settled();
}

const field = () => place.querySelector('input[type=search]');
const head = () => place.querySelector('.sub-skill-head');

it.each([
  [{ tab: 'ladder', subSkill: record.subSkill }, /^ evidence_count/],
  [{ tab: 'coverage' }, /: evidence_count/],
  [{ tab: 'export' }, 'export_narrow'],
] as const)(
  'the search field is where one arrives in the evidence from %o',
  async (start, link) => {
    await open(start);
    await press(link);
    expect(place.querySelector('.filter-line')).not.toBeNull();
    expect(document.activeElement).toBe(field());
  },
);

it('the search field is where one comes back to from a passage that was pasted', async () => {
  await open({ tab: 'evidence' });
  await press('page_paste');
  expect(place.querySelector('.paste')).not.toBeNull();
  await press('common_cancel');
  expect(document.activeElement).toBe(field());
});

it('the passage that is being pasted is where one arrives in the evidence meanwhile', async () => {
  await open({ tab: 'evidence' });
  await press('page_paste');
  const passage = place.querySelector<HTMLTextAreaElement>('textarea.paste');
  await act(async () => {
    if (!passage) return;
    passage.value = 'We shipped it.';
    passage.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await press(/^ panel_coverage/);
  expect(place.querySelector('.coverage')).not.toBeNull();
  await press(/: evidence_count/);
  expect(place.querySelector('.coverage')).toBeNull();
  expect(document.activeElement).toBe(passage);
});

it('the tab that is open is where one comes back to once a lost level was chosen anew', async () => {
  const panel = (away: boolean) => (
    <>
      {away && <input class="question" />}
      <Panel library={library} start={{ tab: 'coverage' }} away={away} />
    </>
  );
  await draw(panel(false), place);
  await draw(panel(true), place);
  place.querySelector<HTMLElement>('.question')?.focus();
  await draw(panel(false), place);
  expect(document.activeElement).toBe(place.querySelector('#tab-coverage'));
});

it('the next piece of evidence goes on where one was deleted', async () => {
  await open({ tab: 'evidence' }, [record, seededRecord(1)]);
  await press('evidence_delete');
  const left = place.querySelectorAll('.evidence');
  expect(left).toHaveLength(1);
  expect(document.activeElement).toBe(left[0]);
});

it('the piece of evidence before goes on where the last was deleted', async () => {
  await open({ tab: 'evidence' }, [record, seededRecord(1)]);
  const last = [...place.querySelectorAll<HTMLElement>('.evidence')].at(-1);
  const remove = last?.querySelector<HTMLElement>('[aria-label=evidence_delete]');
  remove?.focus();
  await act(async () => remove?.click());
  await settled();
  const left = place.querySelectorAll('.evidence');
  expect(left).toHaveLength(1);
  expect(left[0]).not.toBe(last);
  expect(document.activeElement).toBe(left[0]);
});

it.each([
  ['that takes its place', 1, [1], 2],
  ['that is left behind it, where more go at once', 1, [0, 1, 2], 3],
  ['before it, where it was the last', 3, [3], 2],
])(
  'where another window deletes what has the focus, the piece %s goes on',
  async (_, focused, deleted, heir) => {
    await open({ tab: 'evidence' }, [0, 1, 2, 3].map(seededRecord));
    const pieces = [...place.querySelectorAll<HTMLElement>('.evidence')];
    pieces[focused]?.querySelector<HTMLElement>('[data-edit]')?.focus();
    const ids = deleted.map((at) => ({ id: pieces[at]?.dataset.id ?? '' }));
    await act(async () => void (await createEvidenceStore().remove(ids)));
    await settled();
    expect(place.querySelectorAll('.evidence')).toHaveLength(4 - deleted.length);
    expect(document.activeElement).toBe(pieces[heir]);
  },
);

it('what is said instead goes on where the only piece of evidence was deleted', async () => {
  await open({ tab: 'evidence' });
  await press('evidence_delete');
  expect(place.querySelector('.evidence')).toBeNull();
  expect(document.activeElement).toBe(place.querySelector('.empty h2'));
});

it.each([
  ['there was', {}],
  ['the filter let through', { filter: { ...EVERYTHING, subSkill: SUB_SKILL } }],
])(
  'it goes on itself where it was the only one %s, and is brought back by the keys',
  async (_, at) => {
    const other = { ...seededRecord(1), subSkill: 'another' };
    await open({ tab: 'evidence', ...at }, 'filter' in at ? [record, other] : [record]);
    await press('evidence_delete');
    expect(document.activeElement).toBe(place.querySelector('.empty h2'));
    const key = { key: 'z', code: 'KeyZ', ctrlKey: true, bubbles: true, cancelable: true };
    await act(
      async () => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key)),
    );
    await settled();
    expect(place.querySelectorAll('.evidence')).toHaveLength(1);
    expect(document.activeElement).toBe(place.querySelector('.evidence'));
  },
);

it('a sub-skill that coverage leads to is where one arrives', async () => {
  await open({ tab: 'coverage' });
  const name = place.querySelector<HTMLElement>('.row-name');
  name?.focus();
  await act(async () => name?.click());
  await settled();
  expect(head()).not.toBeNull();
  expect(document.activeElement).toBe(head());
});

it('the next sub-skill is where one arrives, and not at the end of it', async () => {
  await open({ tab: 'ladder', subSkill: record.subSkill });
  const before = head()?.textContent;
  expect(document.activeElement).toBe(field());
  await press('→');
  expect(head()?.textContent).not.toBe(before);
  expect(document.activeElement).toBe(head());
});

it('the search field goes on where the browser takes back what was written in it', async () => {
  await open({ tab: 'evidence' });
  const search = field() as HTMLInputElement;
  const write = async (words: string) => {
    search.value = words;
    await act(async () => void search.dispatchEvent(new InputEvent('input', { bubbles: true })));
  };
  await write('stakeholder');
  place.querySelector<HTMLElement>('[aria-label=search_clear]')?.focus();
  expect(document.activeElement).not.toBe(search);
  await write('');
  expect(place.querySelector('[aria-label=search_clear]')).toBeNull();
  expect(document.activeElement).toBe(search);
});
