// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { FilterFields } from '../../../components/evidence/FilterFields';
import type { Evidence } from '../../../data/evidence';
import { EVERYTHING, type EvidenceFilter } from '../../../data/evidence/filter';
import { LADDER, record } from '../../fixtures/records';
import { draw, wordsByKey } from '../support/mounted';

const place = document.createElement('div');
const onChange = vi.fn();

beforeEach(async () => {
  wordsByKey();
  onChange.mockReset();
  await draw(null, place);
});

const open = (
  filter: Partial<EvidenceFilter>,
  evidence: readonly Evidence[] = [],
  page: string | null = null,
) =>
  draw(
    <FilterFields
      filter={{ ...EVERYTHING, ...filter }}
      ladders={[LADDER]}
      mine={LADDER.id}
      evidence={evidence}
      page={page}
      narrowed
      onChange={onChange}
      onClear={() => {}}
    />,
    place,
  );

it.each([
  [{ subSkill: `${LADDER.id}/market` }, 'Market'],
  [{ level: `${LADDER.id}/pm2` }, 'PM2'],
  [{ document: 'https://notes.example/plans' }, 'notes.example/plans'],
  [{ subSkill: 'gone/lost' }, 'gone/lost'],
])(
  'says what it is narrowed to by name, where no evidence is left of it (%#)',
  async (filter, name) => {
    await open(filter);
    const chosen = [...place.querySelectorAll('select')].flatMap((one) =>
      one.value ? [one.selectedOptions[0]?.textContent] : [],
    );
    expect(chosen).toEqual([name]);
    const shown = [...place.querySelectorAll<HTMLElement>('.select-words')].map(
      (one) => one.dataset.words,
    );
    expect(shown.filter((words) => words !== 'filter_all')).toEqual([name]);
  },
);

/** Leaves a field, for another or for none. */
const leave = (field: Element | undefined, relatedTarget: EventTarget | null = null) =>
  act(
    async () =>
      void field?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget })),
  );

/** Does to the first day's field what a hand does, leaves it, and gives what is said of it. */
async function type(value: string, badInput = false): Promise<string> {
  const field = place.querySelector<HTMLInputElement>('[type=date]');
  if (!field) throw new Error('There is no field for a day.');
  field.value = value;
  Object.defineProperty(field, 'validity', { value: { badInput }, configurable: true });
  await act(async () => void field.dispatchEvent(new Event('change', { bubbles: true })));
  await leave(field);
  return place.querySelector('.day-problem')?.textContent ?? '';
}

it('says nothing of a year that is still being typed, nor on the way to the other day', async () => {
  await open({ to: '2026-06-30' });
  const [from, to] = place.querySelectorAll<HTMLInputElement>('[type=date]');
  if (!from || !to) throw new Error('There are no fields for days.');
  for (const year of ['0002', '0020', '0202']) {
    from.value = `${year}-01-01`;
    await act(async () => void from.dispatchEvent(new Event('change', { bubbles: true })));
    await leave(from, to);
    expect(place.querySelector('.day-problem')?.textContent).toBe('');
    expect(from.getAttribute('aria-invalid')).toBe('false');
  }
  await leave(to);
  expect(place.querySelector('.day-problem')?.textContent).toBe('tag_whenOld');
  expect(from.value).toBe('0202-01-01');
  expect(onChange).not.toHaveBeenCalled();
});

it('says of a date that was begun and left that it is not complete', async () => {
  await open({});
  const [from] = place.querySelectorAll<HTMLInputElement>('[type=date]');
  Object.defineProperty(from, 'validity', { value: { badInput: true }, configurable: true });
  // From empty to half, browsers tell of no change.
  await leave(from);
  expect(place.querySelector('.day-problem')?.textContent).toBe('filter_half');
});

it('keeps the list as it is while a day is not complete, or of another age, and says so', async () => {
  await open({ from: '2026-01-01' });
  expect(await type('', true)).toBe('filter_half');
  expect(await type('0026-01-01')).toBe('tag_whenOld');
  expect(onChange).not.toHaveBeenCalled();
  expect(await type('2026-02-01')).toBe('');
  expect(onChange).toHaveBeenCalledWith({ from: '2026-02-01' });
});

it('says at the field itself that its day is wrong', async () => {
  await open({ from: '2026-01-01' });
  const [from, to] = place.querySelectorAll('[type=date]');
  await type('', true);
  const problem = place.querySelector('.day-problem');
  expect(from?.getAttribute('aria-describedby')).toBe(problem?.id);
  expect([from, to].map((one) => one?.getAttribute('aria-invalid'))).toEqual(['true', 'false']);
  await type('2026-02-01');
  expect(from?.getAttribute('aria-describedby')).toBeNull();
  await open({ from: '2026-03-01', to: '2026-02-01' });
  expect([from, to].map((one) => one?.getAttribute('aria-invalid'))).toEqual(['true', 'true']);
});

it('forgets a day that is not complete with all else that narrows', async () => {
  await open({ from: '2026-01-01' });
  expect(await type('', true)).toBe('filter_half');
  const clear = [...place.querySelectorAll('button')].at(-1);
  await act(async () => clear?.click());
  expect(place.querySelector('.day-problem')?.textContent).toBe('');
});

it('lets everything through once a day is cleared', async () => {
  await open({ from: '2026-01-01' });
  expect(await type('')).toBe('');
  expect(onChange).toHaveBeenCalledWith({ from: null });
});

const labels = () => [...place.querySelectorAll('.label')].map((one) => one.textContent);

/** What a field offers, by its label: values and words. */
function offered(label: string): string[][] {
  const field = [...place.querySelectorAll('label')].find(
    (one) => one.querySelector('.label')?.textContent === label,
  );
  const options = [...(field?.querySelectorAll('option') ?? [])];
  return options.map((one) => [one.value, one.textContent ?? '']);
}

async function choose(label: string, value: string): Promise<void> {
  const field = [...place.querySelectorAll('label')].find(
    (one) => one.querySelector('.label')?.textContent === label,
  );
  const select = field?.querySelector('select') as HTMLSelectElement;
  select.value = value;
  await act(async () => void select.dispatchEvent(new Event('change', { bubbles: true })));
}

it('offers each choice once, also the one that is made', async () => {
  await open({ kind: 'peer', level: `${LADDER.id}/pm2` }, [record()]);
  for (const label of ['tag_kind', 'tag_level']) {
    const values = offered(label).map(([value]) => value);
    expect(values).toEqual([...new Set(values)]);
  }
});

it('lets everything through again where all is chosen', async () => {
  await open({ kind: 'peer' });
  await choose('tag_kind', '');
  expect(onChange).toHaveBeenCalledWith({ kind: null });
});

it('asks for no ladder where there is but one, and all has its place on it', async () => {
  await open({}, [record()]);
  expect(labels()).not.toContain('filter_ladder');
});

it('offers each ladder, all but mine, and what has no place on it any more', async () => {
  const lost = record({ id: 'lost', subSkill: 'gone' });
  await open({}, [record(), lost, record({ id: 'other', ladder: 'other pm' })]);
  expect(offered('filter_ladder')).toEqual([
    ['', 'filter_all'],
    [`ladder ${LADDER.id}`, 'Acme PM'],
    ['ladder other pm', 'other pm'],
    [`notLadder ${LADDER.id}`, 'filter_notLadder Acme PM'],
    [`unplaced ${LADDER.id}`, 'filter_unplaced Acme PM'],
  ]);
});

it.each([
  ['ladder gone', 'gone', { ladder: 'gone' }],
  ['notLadder gone', 'filter_notLadder gone', { notLadder: 'gone' }],
  [`unplaced ${LADDER.id}`, 'filter_unplaced Acme PM', { unplaced: LADDER.id }],
])(
  'still says that it is narrowed to %s where nothing of that is left',
  async (value, name, filter) => {
    await open(filter, [record()]);
    const [field] = place.querySelectorAll('.filter-ladder select');
    expect((field as HTMLSelectElement).value).toBe(value);
    expect(offered('filter_ladder').filter(([one]) => one === value)).toEqual([[value, name]]);
  },
);

it('narrows to one ladder at a time, whatever its id', async () => {
  await open({ notLadder: LADDER.id }, [record(), record({ id: 'other', ladder: 'other pm' })]);
  await choose('filter_ladder', 'ladder other pm');
  expect(onChange).toHaveBeenLastCalledWith({
    ladder: 'other pm',
    notLadder: null,
    unplaced: null,
  });
  await choose('filter_ladder', '');
  expect(onChange).toHaveBeenLastCalledWith({ ladder: null, notLadder: null, unplaced: null });
});

it('narrows to the page in front, where that is not done yet', async () => {
  const page = 'https://notes.example/plans';
  const buttons = () => [...place.querySelectorAll('button')].map((one) => one.textContent);
  await open({}, [], page);
  expect(buttons()).toEqual(['filter_thisPage', 'filter_clear']);
  await act(async () => place.querySelector('button')?.click());
  expect(onChange).toHaveBeenCalledWith({ document: page });
  await open({ document: page }, [], page);
  expect(buttons()).toEqual(['filter_clear']);
  await open({}, [], null);
  expect(buttons()).toEqual(['filter_clear']);
});

it('keeps saying that one day is not complete while the other one is set right', async () => {
  await open({});
  await type('', true);
  const [, to] = place.querySelectorAll<HTMLInputElement>('[type=date]');
  if (!to) throw new Error('There is no field for the last day.');
  to.value = '2026-06-30';
  await act(async () => void to.dispatchEvent(new Event('change', { bubbles: true })));
  expect(onChange).toHaveBeenCalledWith({ to: '2026-06-30' });
  await leave(to);
  expect(place.querySelector('.day-problem')?.textContent).toBe('filter_half');
});

it('says of either day that it is not complete, and reads that out', async () => {
  await open({});
  const [, to] = place.querySelectorAll<HTMLInputElement>('[type=date]');
  Object.defineProperty(to, 'validity', { value: { badInput: true }, configurable: true });
  await act(async () => void to?.dispatchEvent(new Event('change', { bubbles: true })));
  await leave(to);
  const problem = place.querySelector('.day-problem');
  expect(problem?.textContent).toBe('filter_half');
  expect(problem?.getAttribute('role')).toBe('status');
  expect(to?.getAttribute('aria-describedby')).toBe(problem?.id);
});

it('says which days are the wrong way round', async () => {
  await open({ from: '2026-03-01', to: '2026-02-01' });
  expect(place.querySelector('.day-problem')?.textContent).toBe('options_periodWrong');
  await open({ from: '2026-02-01', to: '2026-03-01' });
  expect(place.querySelector('.day-problem')?.textContent).toBe('');
});

it('takes no day of a year with more than four figures', async () => {
  await open({});
  const days = [...place.querySelectorAll<HTMLInputElement>('[type=date]')];
  expect(days.map(({ max }) => max)).toEqual(['9999-12-31', '9999-12-31']);
});

it.each([
  ['evidence_subSkill', `${LADDER.id}/research`, { subSkill: `${LADDER.id}/research` }],
  ['tag_level', `${LADDER.id}/pm2`, { level: `${LADDER.id}/pm2` }],
  ['filter_page', 'https://example.com/review', { document: 'https://example.com/review' }],
  ['tag_kind', 'peer', { kind: 'peer' }],
])('narrows to what is chosen of %s', async (label, value, change) => {
  await open({}, [record()]);
  await choose(label, value);
  expect(onChange.mock.calls).toEqual([[change]]);
});
