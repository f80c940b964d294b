// @vitest-environment happy-dom
import { createRef } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { Filters } from '../../../components/evidence/Filters';
import type { Evidence } from '../../../data/evidence';
import { EVERYTHING, type EvidenceFilter } from '../../../data/evidence/filter';
import { LADDER, record } from '../../fixtures/records';
import { draw, settled, wordsByKey } from '../support/mounted';

const onFilter = vi.fn();
let place: HTMLElement;

beforeEach(() => {
  wordsByKey();
  onFilter.mockReset();
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

async function open(filter: Partial<EvidenceFilter>, evidence?: readonly Evidence[]) {
  await draw(
    <Filters
      filter={{ ...EVERYTHING, ...filter }}
      ladders={[LADDER]}
      mine={LADDER.id}
      evidence={evidence}
      page={null}
      inputRef={createRef<HTMLInputElement>()}
      onFilter={onFilter}
    />,
    place,
  );
}

const toggle = () => place.querySelector<HTMLElement>('[aria-expanded]');
const fields = () => place.querySelector('.filters');

async function press(button: HTMLElement | null | undefined): Promise<void> {
  button?.focus();
  await act(async () => button?.click());
  await settled();
}

it('opens its fields and folds them away again', async () => {
  await open({}, [record()]);
  const states = [];
  for (let time = 0; time < 3; time++) {
    states.push([toggle()?.getAttribute('aria-expanded'), fields() !== null]);
    await press(toggle());
  }
  expect(states).toEqual([
    ['false', false],
    ['true', true],
    ['false', false],
  ]);
});

it('is open where it holds something back, and folded away where only words are sought', async () => {
  await open({ query: 'pricing' }, [record()]);
  expect(fields()).toBeNull();
  await draw(null, place);
  await open({ kind: 'peer' }, [record()]);
  expect(fields()).not.toBeNull();
});

it('says how much holds something back, words aside', async () => {
  await open({ query: 'pricing' }, [record()]);
  expect(toggle()?.getAttribute('aria-label')).toBe('filter_open');
  await open({ query: 'pricing', kind: 'peer', from: '2026-01-01' }, [record()]);
  expect(toggle()?.getAttribute('aria-label')).toBe('filter_some 2');
});

it('shows more than the one piece it showed alone as soon as something is sought', async () => {
  await open({ id: 'e1' }, [record()]);
  const field = place.querySelector('input') as HTMLInputElement;
  field.value = 'pricing';
  await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
  expect(onFilter).toHaveBeenLastCalledWith({ ...EVERYTHING, query: 'pricing' });
});

it('holds nothing back any more where it is cleared, and leads to the search field', async () => {
  await open({ query: 'pricing', kind: 'peer' }, [record()]);
  await press([...place.querySelectorAll('button')].at(-1));
  expect(onFilter).toHaveBeenLastCalledWith(EVERYTHING);
  expect(document.activeElement).toBe(place.querySelector('input'));
});
