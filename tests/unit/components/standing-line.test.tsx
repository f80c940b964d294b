// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StandingLine } from '../../../components/evidence/StandingLine';
import type { Evidence } from '../../../data/evidence';
import type { Standing } from '../../../data/standing';
import { record } from '../../fixtures/records';
import { draw, wordsByKey } from '../support/mounted';

const place = document.createElement('div');
const [onTakeOver, onKeep, onAttach, onGoTo] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
const acts = { onTakeOver, onKeep, onAttach, onGoTo };

beforeEach(async () => {
  wordsByKey();
  for (const one of Object.values(acts)) one.mockReset();
  await draw(null, place);
});

const open = (standing: Standing | undefined, evidence: Evidence = record()) =>
  draw(<StandingLine evidence={evidence} standing={standing} {...acts} />, place);

async function pressAll(): Promise<string[]> {
  const buttons = [...place.querySelectorAll('button')];
  for (const button of buttons) await act(async () => button.click());
  return buttons.map((one) => one.textContent ?? '');
}

const now = { exact: 'We asked twelve customers.', prefix: '', suffix: '' };
const found = (state: 'edited' | 'doubtful') =>
  ({ state, quote: { ...now, start: 0 } }) as unknown as Standing;

it('says nothing where the page was not looked at', async () => {
  await open(undefined);
  expect(place.innerHTML).toBe('');
});

it.each([
  ['edited', ['standing_takeOver', 'standing_keep', 'evidence_goTo']],
  ['doubtful', ['standing_yes', 'standing_no', 'evidence_goTo']],
] as const)('shows what is %s as it was and as it is, and does as it is told', async (...row) => {
  const [state, words] = row;
  await open(found(state));
  expect(place.querySelector('p')?.textContent).toBe(`standing_${state}`);
  expect(place.querySelector('del')?.textContent).toContain('ten');
  expect(place.querySelector('ins')?.textContent).toContain('twelve');
  expect(await pressAll()).toEqual(words);
  const order = [onTakeOver, onKeep, onGoTo].map((one) => one.mock.invocationCallOrder);
  expect(order.flat()).toEqual(order.flat().toSorted((a, b) => a - b));
  expect(order.map((calls) => calls.length)).toEqual([1, 1, 1]);
});

it('shows what surrounds the same words where they may be in another place', async () => {
  const one = record();
  const exact = one.target.selector[0].exact.replace(' ', '\n');
  const quote = { exact, prefix: 'And so: ', suffix: ' That was May.', start: 8 };
  await open({ state: 'doubtful', quote }, one);
  const [asked, around] = place.querySelectorAll('p');
  expect(asked?.textContent).toBe('standing_moved');
  expect(around?.textContent).toBe(`And so: ${exact} That was May.`);
  expect(around?.querySelector('b')?.textContent).toBe(exact);
  expect(await pressAll()).toEqual(['standing_yes', 'standing_no', 'evidence_goTo']);
});

describe('what is not in the page any more', () => {
  const orphan = { state: 'orphan' } as Standing;
  const between = (prefix: string, suffix: string) =>
    record({
      target: { selector: [{ type: 'TextQuoteSelector', exact: 'ten customers', prefix, suffix }] },
    });

  it('can be attached to another passage', async () => {
    await open(orphan);
    expect(place.querySelector('p')?.textContent).toBe('standing_orphan');
    expect(await pressAll()).toEqual(['standing_attach']);
    expect(onAttach).toHaveBeenCalledOnce();
  });

  it('is said to have been pasted where it was', async () => {
    await open(orphan, record({ target: { surface: 'pasted' } }));
    expect(place.querySelector('p')?.textContent).toBe('standing_pasted');
  });

  it.each([
    ['before', between('We asked ', ''), 'We asked ten customers'],
    ['behind', between('', ' in May'), 'ten customers in May'],
  ])('is shown with the words %s it', async (_, evidence, words) => {
    await open(orphan, evidence);
    expect(place.querySelector('details p')?.textContent).toBe(words);
  });

  it('has nothing to unfold where no words around it are known', async () => {
    await open(orphan, between(' ', ''));
    expect(place.querySelector('details')).toBeNull();
  });
});
