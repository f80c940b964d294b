// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { FilterFields } from '../../../components/evidence/FilterFields';
import { EVERYTHING, type EvidenceFilter } from '../../../data/evidence/filter';
import { LADDER } from '../../fixtures/records';
import { draw, wordsByKey } from '../support/mounted';

const place = document.createElement('div');
const onChange = vi.fn();

beforeEach(() => {
  wordsByKey();
  onChange.mockReset();
});

const open = (filter: Partial<EvidenceFilter>) =>
  draw(
    <FilterFields
      filter={{ ...EVERYTHING, ...filter }}
      ladders={[LADDER]}
      mine={LADDER.id}
      evidence={[]}
      page={null}
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
  },
);

/** Does to the first day's field what a hand does, and gives what is said of it. */
async function type(value: string, badInput = false): Promise<string> {
  const field = place.querySelector<HTMLInputElement>('[type=date]');
  if (!field) throw new Error('There is no field for a day.');
  field.value = value;
  Object.defineProperty(field, 'validity', { value: { badInput }, configurable: true });
  await act(async () => void field.dispatchEvent(new Event('change', { bubbles: true })));
  return place.querySelector('.filter-problem')?.textContent ?? '';
}

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
  const problem = place.querySelector('.filter-problem');
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
  expect(place.querySelector('.filter-problem')?.textContent).toBe('');
});

it('lets everything through once a day is cleared', async () => {
  await open({ from: '2026-01-01' });
  expect(await type('')).toBe('');
  expect(onChange).toHaveBeenCalledWith({ from: null });
});
