// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { TagForm } from '../../../components/tagging/TagForm';
import { parseLadder } from '../../../data/ladder';
import intercom from '../../../data/ladders/intercom-pm.json';
import { draw, settled, wordsByKey } from '../support/mounted';

const parsed = parseLadder(intercom);
if (!parsed.ok) throw new Error('The ladder cannot be read.');
const { ladder } = parsed;
const onUnsaved = vi.fn();
let place: HTMLElement;

beforeEach(async () => {
  wordsByKey();
  onUnsaved.mockReset();
  place = document.createElement('div');
  document.body.append(place);
  const form = h(TagForm, {
    ladder,
    level: ladder.levels[0]?.id ?? '',
    periodEnded: null,
    passage: 'I shipped it',
    already: [],
    find: () => [],
    didYouMean: () => null,
    nearest: () => [],
    save: async () => {},
    onSaved: () => {},
    onCancel: () => {},
    onUnsaved,
  });
  await draw(form, place);
});

async function type(note: string): Promise<void> {
  const field = place.querySelector('textarea');
  if (!field) throw new Error('There is no field for a note.');
  await act(async () => {
    field.value = note;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settled();
}

it('says that a note is not saved, and that it was given up', async () => {
  expect(onUnsaved.mock.calls).toEqual([]);
  await type('S');
  await type('Say this first');
  expect(onUnsaved.mock.calls).toEqual([[true]]);
  await type('');
  expect(onUnsaved.mock.calls).toEqual([[true], [false]]);
});

it('says that nothing can be lost once it has gone', async () => {
  await type('Say this first');
  await draw(null, place);
  expect(onUnsaved.mock.calls).toEqual([[true], [false]]);
});
