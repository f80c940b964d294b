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
    // Of a choice made by hand, too, the second comes after what the first led to.
    for (const type of ['input', 'change']) {
      await act(async () => void field.dispatchEvent(new Event(type, { bubbles: true })));
    }
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

const HALF_EDITED = {
  before: evidence,
  subSkill: 'acme-pm/market',
  level: 'pm3',
  kind: 'peer',
  note: 'In March',
  when: '2026-02-03',
};

describe('what was not saved when the form was last open', () => {
  const onHalfEdited = vi.fn();
  /** Draws the form anew, over what the record is by now. */
  const open = async (now: Evidence) => {
    await draw(null, place);
    onHalfEdited.mockClear();
    await edit(now, { halfEdited: HALF_EDITED, onHalfEdited });
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
    expect(onHalfEdited.mock.lastCall).toEqual([{ ...HALF_EDITED, note: '' }]);
    expect(place.querySelector('textarea')).not.toBeNull();
  });

  it('does not take the keyboard from whoever opens the panel', async () => {
    await open(evidence);
    expect(place.contains(document.activeElement)).toBe(false);
  });
});

it.each([
  ['sub-skill', 'select', 0, 'acme-pm/market', { subSkill: 'acme-pm/market' }],
  ['level', 'select', 1, 'pm3', { level: 'pm3' }],
  ['kind', 'select', 2, 'peer', { kind: 'peer' }],
  ['day', '[type=date]', 0, '2026-02-03', { when: '2026-02-03' }],
])(
  'keeps the %s that was chosen after a note was written, and not saved',
  async (_, kind, at, value, kept) => {
    const onHalfEdited = vi.fn();
    await draw(null, place);
    await edit(evidence, { onHalfEdited });
    await fill({ 3: 'In March.' });
    const field = place.querySelectorAll<HTMLInputElement>(kind)[at];
    if (!field) throw new Error('There is no such field.');
    field.value = value;
    await act(async () => {
      for (const type of ['input', 'change'])
        field.dispatchEvent(new Event(type, { bubbles: true }));
    });
    expect(onHalfEdited.mock.lastCall).toMatchObject([{ note: 'In March.', ...kept }]);
  },
);

it('keeps nothing of a form in which nothing is other than it was', async () => {
  const onHalfEdited = vi.fn();
  await draw(null, place);
  await edit(evidence, { onHalfEdited });
  expect(onHalfEdited).not.toHaveBeenCalled();
  await fill({ 3: 'In March.' });
  await fill({ 3: 'In spring. ' });
  expect(onHalfEdited.mock.lastCall).toEqual([null]);
});

describe('a day that was taken away and is not saved', () => {
  const dated = { ...evidence, when: '2026-02-03' };
  const onHalfEdited = vi.fn();
  const day = () => place.querySelector('[type=date]') as HTMLInputElement;
  const open = async (more: object) => {
    await draw(null, place);
    onHalfEdited.mockReset();
    await edit(dated, { onHalfEdited, ...more });
  };
  const type = async (words: string, badInput = false) => {
    Object.defineProperty(day(), 'validity', { configurable: true, value: { badInput } });
    day().value = words;
    await act(async () => void day().dispatchEvent(new Event('input', { bubbles: true })));
  };
  const kept = () => onHalfEdited.mock.lastCall?.[0];

  it('is still away when the form is opened again, and once it is saved', async () => {
    await open({});
    await type('');
    expect(kept()).toMatchObject({ when: '' });
    await open({ halfEdited: kept() });
    expect(day().value).toBe('');
    await save({});
    expect(onSave.mock.calls).toEqual([[{ when: undefined }]]);
  });

  it('is the stored one again where another was only half typed', async () => {
    await open({});
    await type('', true);
    await fill({ 3: 'In March.' });
    expect(kept()).toMatchObject({ note: 'In March.', when: null });
    await open({ halfEdited: kept() });
    expect(day().value).toBe('2026-02-03');
  });

  it('is away where the half of another was taken away, too', async () => {
    await open({});
    await type('', true);
    await type('');
    expect(kept()).toMatchObject({ when: '' });
  });
});

const fields = () => [...place.querySelectorAll<HTMLSelectElement>('select')];
const cancel = async () => act(async () => [...place.querySelectorAll('button')].at(-1)?.click());

async function pressEscape(held: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const key = { key: 'Escape', bubbles: true, cancelable: true, ...held };
  const event = new KeyboardEvent('keydown', key);
  await act(async () => void place.querySelector('textarea')?.dispatchEvent(event));
  return event;
}

describe('the form', () => {
  const onCancel = vi.fn();
  const onUnsaved = vi.fn();
  const onHalfEdited = vi.fn();

  const open = async (now: Evidence, more: object = {}) => {
    await draw(null, place);
    for (const mock of [onCancel, onUnsaved, onHalfEdited]) mock.mockReset();
    await edit(now, { onCancel, onUnsaved, onHalfEdited, ...more });
  };

  it('takes the keyboard when it opens', async () => {
    await open(evidence);
    expect(document.activeElement).toBe(fields()[0]);
  });

  it('goes with Escape where nothing was changed', async () => {
    await open(evidence);
    await pressEscape();
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('goes with a second Escape where something was written, and says so at the first', async () => {
    await open(evidence);
    await fill({ 3: 'In March.' });
    await pressEscape();
    expect(onCancel).not.toHaveBeenCalled();
    expect(told()).toBe('common_escapeAgain');
    await pressEscape();
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('asks once more where something was written since the first Escape', async () => {
    await open(evidence);
    await fill({ 3: 'In March.' });
    await pressEscape();
    await fill({ 3: 'In March, again.' });
    expect(told()).toBeUndefined();
    await pressEscape();
    expect(onCancel).not.toHaveBeenCalled();
  });

  it('asks before Escape drops what was half written when it was last open', async () => {
    await open(evidence, { halfEdited: HALF_EDITED });
    expect(onUnsaved).toHaveBeenCalledExactlyOnceWith(true);
    await pressEscape();
    expect(onCancel).not.toHaveBeenCalled();
  });

  it('leaves Escape to what is being put together from several keys', async () => {
    await open(evidence);
    await pressEscape({ isComposing: true });
    expect(onCancel).not.toHaveBeenCalled();
  });

  it('lets the view around it hear nothing of its Escape', async () => {
    await open(evidence);
    const hears = vi.fn();
    document.body.addEventListener('keydown', hears, { once: true });
    await pressEscape();
    document.body.removeEventListener('keydown', hears);
    expect(hears).not.toHaveBeenCalled();
  });

  it('says that something is not saved once it is changed, and not any more once it has gone', async () => {
    await open(evidence);
    expect(onUnsaved).not.toHaveBeenCalled();
    await fill({ 3: 'In March.' });
    expect(onUnsaved).toHaveBeenLastCalledWith(true);
    await draw(null, place);
    expect(onUnsaved).toHaveBeenLastCalledWith(false);
  });

  it('forgets what was half written where it is given up', async () => {
    await open(evidence);
    await fill({ 3: 'In March.' });
    await cancel();
    expect(onHalfEdited).toHaveBeenLastCalledWith(null);
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('goes without saving where nothing is other than it was', async () => {
    await open(evidence);
    await save({ 3: ' In spring. ' });
    expect(onCancel).toHaveBeenCalledOnce();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('does not save a note that is too long, and leads back to it', async () => {
    await open(evidence);
    await save({ 3: 'x'.repeat(10_001) });
    expect(onSave).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(place.querySelector('textarea'));
  });

  it('saves something else of evidence whose note is too long as it is', async () => {
    await open({ ...evidence, note: 'x'.repeat(10_001) });
    await save({ 2: 'peer' });
    expect(onSave.mock.calls).toEqual([[{ kind: 'peer' }]]);
  });

  it('can be saved again where saving went wrong', async () => {
    await open(evidence);
    await save({ 3: 'In March.' });
    await save({});
    expect(onSave).toHaveBeenCalledTimes(2);
  });

  it('keeps the rung where another ladder calls its levels otherwise', async () => {
    const names = ['one', 'two', 'three'];
    const levels = LADDER.levels.map((level, at) => ({ ...level, id: names[at] as string }));
    const renamed = { ...LADDER, id: 'renamed', levels };
    const short = { ...LADDER, id: 'short', levels: levels.slice(0, 1) };
    const saved = async (ladder: string) => {
      await open(evidence, { ladders: [LADDER, renamed, short] });
      await save({ 0: `${ladder}/market` });
      return onSave.mock.lastCall;
    };
    const place = { subSkill: 'market' };
    expect(await saved('renamed')).toEqual([{ ...place, ladder: 'renamed', level: 'two' }]);
    expect(await saved('short')).toEqual([{ ...place, ladder: 'short', level: 'one' }]);
  });

  it('offers where the evidence stands where no ladder has that any more', async () => {
    const options = () => fields().map((one) => one.selectedOptions[0]?.textContent);
    await open({ ...evidence, subSkill: 'gone', level: 'pm9' });
    expect(options().slice(0, 2)).toEqual([
      'evidence_unknownSubSkill gone',
      'evidence_unknownLevel pm9',
    ]);
    await open({ ...evidence, ladder: 'gone' });
    expect(options()[0]).toBe('evidence_unknownSubSkill research');
    await open(evidence);
    expect(place.textContent).not.toContain('evidence_unknown');
  });

  it('says that the evidence was deleted while it was edited', async () => {
    await open(evidence, { isGone: true });
    expect(told()).toBe('evidence_goneMeanwhile');
  });
});
