// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createEvidenceStore, type Evidence } from '../../../data/evidence';
import { Saved } from '../../../entrypoints/wiring/evidence/Saved';
import { LADDER, record } from '../../fixtures/records';
import { draw, settled, wordsByKey } from '../support/mounted';

beforeEach(wordsByKey);

it.each([
  [[], {}, 'saved_done Market'],
  [[record()], {}, 'saved_doneMore Market Research & data'],
  [[], { when: '2026-06-30' }, /^saved_doneOn Market .*30.*2026/],
])('says what was stored, and what of it was tagged before (%#)', async (already, own, says) => {
  const place = document.createElement('div');
  const tags = { records: [record({ id: 'new', subSkill: 'market', ...own })], already };
  await draw(h(Saved, { ladders: [LADDER], tags, onClose: () => {}, onLeave: () => {} }), place);
  expect(place.querySelector('p')?.textContent).toMatch(says);
});

it('is named by its words, which are read out without its buttons', async () => {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const tags = { records: [record()], already: [] };
  await draw(h(Saved, { ladders: [LADDER], tags, onClose: () => {}, onLeave: () => {} }), place);
  const done = 'saved_done Research & data';
  const line = document.activeElement;
  expect(document.getElementById(line?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
    done,
  );
  expect(place.querySelector('[role=status]')?.textContent).toBe(done);
  expect(place.querySelector('[role=status] button')).toBeNull();
  expect(place.querySelector('button')?.getAttribute('aria-label')).toBe(
    `common_undoOf common_undo ${done}`,
  );
});

/** The confirmation of what was stored, and its undo, which gives what it says of it. */
async function confirmed(records: readonly Evidence[]) {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const tags = { records, already: [] };
  await draw(h(Saved, { ladders: [LADDER], tags, onClose: () => {}, onLeave: () => {} }), place);
  const undoButton = () =>
    [...place.querySelectorAll('button')].find((one) =>
      one.getAttribute('aria-label')?.startsWith('common_undoOf'),
    );
  const undo = async () => {
    await act(async () => undoButton()?.click());
    await settled();
    return place.querySelector('p')?.textContent;
  };
  return { place, undo, undoButton };
}

const undoKey = () =>
  new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true });

it('undoes nothing that another window has written about since, and says so', async () => {
  const store = createEvidenceStore();
  const one = record();
  await store.putBack([one]);
  const { after } = await store.change(one, { note: 'As Ines said.' });
  const { place, undo, undoButton } = await confirmed([one]);
  expect(await undo()).toBe('evidence_changedSince');
  expect((await store.all()).evidence).toEqual([after]);
  expect(place.querySelector('[role=alert]')?.textContent).toBe('evidence_changedSince');
  expect(undoButton()).toBeUndefined();
});

it('names what an undo leaves, as it was changed or deleted since', async () => {
  const store = createEvidenceStore();
  const records = [record({ id: 'one' }), record({ id: 'two', subSkill: 'market' })];
  await store.putBack(records);
  const { after } = await store.change(records[1] as Evidence, { note: 'As Ines said.' });
  const { place, undo, undoButton } = await confirmed(records);
  expect(await undo()).toBe('saved_undoneBut Market');
  expect((await store.all()).evidence).toEqual([after]);
  // What is left is not asked about once more, neither by the button nor by the keys.
  expect(undoButton()).toBeUndefined();
  await act(async () => {
    place.querySelector('.saved')?.dispatchEvent(undoKey());
  });
  await settled();
  expect(place.querySelector('[role=status]')?.textContent).toBe('saved_undoneBut Market');
});

describe('a key', () => {
  const [onClose, onLeave] = [vi.fn(), vi.fn()];
  const place = document.createElement('div');
  beforeEach(async () => {
    document.body.replaceChildren(place);
    await draw(null, place);
    onClose.mockReset();
    onLeave.mockReset();
    const tags = { records: [record()], already: [] };
    await draw(h(Saved, { ladders: [LADDER], tags, onClose, onLeave }), place);
  });
  const press = (key: string, on = '.saved', more = {}) =>
    act(async () => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
      place.querySelector(on)?.dispatchEvent(event);
    });

  it.each([
    ['ArrowRight', 'end'],
    ['End', 'end'],
    ['Backspace', 'end'],
    ['x', 'end'],
    [' ', 'end'],
    ['ArrowLeft', 'start'],
    ['Home', 'start'],
  ])('that means the document leads on there: %s', async (key, caret) => {
    await press(key);
    expect(onLeave).toHaveBeenCalledExactlyOnceWith(caret);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('that puts it away leads nowhere', async () => {
    await press('Escape');
    expect(onClose).toHaveBeenCalledOnce();
    expect(onLeave).not.toHaveBeenCalled();
  });

  it.each([
    ['Enter', '.saved', {}],
    ['Tab', '.saved', {}],
    ['Shift', '.saved', {}],
    ['c', '.saved', { ctrlKey: true }],
    [' ', 'button', {}],
    ['ArrowRight', 'button', {}],
  ])('that means something else is left to that: %s on %s', async (key, on, more) => {
    await press(key, on, more);
    expect([onClose, onLeave].flatMap(({ mock }) => mock.calls)).toEqual([]);
  });
});
