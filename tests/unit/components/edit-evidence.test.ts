// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EditEvidence } from '../../../components/evidence/EditEvidence';
import type { Evidence } from '../../../data/evidence';
import { LADDER, record } from '../../fixtures/records';
import { draw, settled, wordsByKey } from '../support/mounted';

const onSave = vi.fn(async () => {});
let place: HTMLElement;

const evidence = record({ subSkill: 'research', level: 'pm2', note: 'In spring.' });

beforeEach(async () => {
  wordsByKey();
  onSave.mockClear();
  place = document.createElement('div');
  document.body.append(place);
  await edit(evidence);
});

/** Draws the form, or what a record has become while it is open. */
async function edit(now: Evidence, more: object = {}): Promise<void> {
  const other = { ...LADDER, id: 'other', name: 'Other' };
  const rest = { onSave, onCancel: () => {}, ...more };
  await draw(h(EditEvidence, { evidence: now, ladders: [LADDER, other], ...rest }), place);
}

/** Gives the fields other values, by their order, and saves. */
async function save(values: Readonly<Record<number, string>>): Promise<void> {
  await fill(values);
  await act(async () => place.querySelector('form')?.requestSubmit());
  await settled();
}

async function fill(values: Readonly<Record<number, string>>): Promise<void> {
  const fields = [...place.querySelectorAll<HTMLSelectElement>('select, textarea')];
  for (const [index, value] of Object.entries(values)) {
    const field = fields[Number(index)];
    if (!field) throw new Error('There is no such field.');
    field.value = value;
    const type = field.localName === 'select' ? 'change' : 'input';
    await act(async () => void field.dispatchEvent(new Event(type, { bubbles: true })));
  }
}

it.each([
  ['level', { 1: 'pm3' }, { ladder: 'acme-pm', subSkill: 'research', level: 'pm3' }],
  ['sub-skill', { 0: 'acme-pm/market' }, { ladder: 'acme-pm', subSkill: 'market', level: 'pm2' }],
  ['ladder', { 0: 'other/market' }, { ladder: 'other', subSkill: 'market', level: 'pm2' }],
])(
  'changes ladder, sub-skill and level together where only the %s was chosen',
  async (...given) => {
    const [, values, change] = given;
    await save(values);
    expect(onSave.mock.calls).toEqual([[change]]);
  },
);

it('leaves the place on the ladder to others where only the note was written', async () => {
  await save({ 3: 'In March.' });
  expect(onSave.mock.calls).toEqual([[{ note: 'In March.' }]]);
});

const told = () => place.querySelector('[role=alert]')?.textContent;

it('shows a note that was written elsewhere meanwhile, before saving replaces it', async () => {
  await fill({ 3: 'In March.' });
  expect(told()).toBeUndefined();
  await edit({ ...evidence, note: 'In April.' });
  expect(told()).toBe('evidence_noteMeanwhile');
  expect(place.querySelector('.evidence-note')?.textContent).toBe('In April.');
});

it('says that a note was deleted elsewhere meanwhile', async () => {
  await fill({ 3: 'In March.' });
  await edit({ ...evidence, note: '' });
  expect(told()).toBe('evidence_noteGone');
});

it.each([
  ['nothing was written here', 'In spring.', 'In April.'],
  ['the same was', 'In April.', 'In April.'],
  ['only something else changed', 'In March.', 'In spring.'],
])('says nothing of a note where %s', async (_, here, elsewhere) => {
  await fill({ 3: here });
  await edit({ ...evidence, note: elsewhere, kind: 'peer' });
  expect(told()).toBeUndefined();
});

describe('what was not saved when the form was last open', () => {
  const halfEdited = {
    before: evidence,
    subSkill: 'acme-pm/market',
    level: 'pm3',
    kind: 'peer',
    note: 'In March',
    when: '2026-02-03',
  };
  const onHalfEdited = vi.fn();
  /** Draws the form anew, over what the record is by now. */
  const open = async (now: Evidence) => {
    await draw(null, place);
    onHalfEdited.mockClear();
    await edit(now, { halfEdited, onHalfEdited });
  };

  it('is there again, and saved', async () => {
    await open(evidence);
    const fields = [...place.querySelectorAll<HTMLInputElement>('select, textarea, [type=date]')];
    expect(fields.map(({ value }) => value)).toEqual([
      'acme-pm/market',
      'pm3',
      'peer',
      'In March',
      '2026-02-03',
    ]);
    expect(place.textContent).toContain('evidence_halfEdited');
    expect(told()).toBeUndefined();
    await save({});
    expect(onSave.mock.calls).toEqual([
      [
        {
          ladder: 'acme-pm',
          subSkill: 'market',
          level: 'pm3',
          kind: 'peer',
          note: 'In March',
          when: '2026-02-03',
        },
      ],
    ]);
  });

  it('does not replace without a word what was written elsewhere since', async () => {
    await open({ ...evidence, note: 'In April.' });
    expect(told()).toBe('evidence_noteMeanwhile');
  });

  it('is kept as it is changed further, also where it is emptied', async () => {
    await open(evidence);
    await fill({ 3: '' });
    expect(onHalfEdited.mock.lastCall).toEqual([{ ...halfEdited, note: '' }]);
    expect(place.querySelector('textarea')).not.toBeNull();
  });

  it('does not take the keyboard from whoever opens the panel', async () => {
    await open(evidence);
    expect(place.contains(document.activeElement)).toBe(false);
  });
});

it('keeps nothing of a form in which nothing was changed', async () => {
  const onHalfEdited = vi.fn();
  await draw(null, place);
  await edit(evidence, { onHalfEdited });
  expect(onHalfEdited).not.toHaveBeenCalled();
});
