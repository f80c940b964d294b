// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Ladder } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import { PasteAndTag } from '../../../entrypoints/wiring/evidence/PasteAndTag';
import { draw, settled } from '../support/mounted';
import { emptyPlace } from '../support/panel';

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const library = {
  ladders: BUNDLED_LADDERS,
  settings: DEFAULT_SETTINGS,
  mine: { ladder, level: ladder.levels[0]?.id ?? '' },
};
const page = { url: 'https://docs.example/review', title: 'Review' };

const onTyped = vi.fn();
const onDone = vi.fn();
let place: HTMLElement;

beforeEach(async () => {
  for (const mock of [onTyped, onDone]) mock.mockReset();
  place = emptyPlace();
  await draw(<PasteAndTag {...{ library, page, onTyped, onDone }} />, place);
  const field = place.querySelector<HTMLTextAreaElement>('.paste');
  if (!field) throw new Error('There is no field to paste into.');
  field.value = 'I shipped it.';
  await act(async () => void field.dispatchEvent(new InputEvent('input', { bubbles: true })));
  await settled();
});

const dropped = () => onTyped.mock.lastCall?.[0] === null;

async function press(words: string): Promise<void> {
  const button = [...place.querySelectorAll('button')].find((one) =>
    one.textContent?.includes(words),
  );
  await act(async () => button?.click());
  await settled();
}

it('keeps what was pasted', () => {
  expect(onTyped.mock.lastCall).toEqual([{ passage: 'I shipped it.', note: '', page }]);
});

it('drops it once it is saved', async () => {
  await press('tag_save');
  expect(place.querySelector('.tag-form')).toBeNull();
  expect(dropped()).toBe(true);
  expect(onDone).not.toHaveBeenCalled();
});

it('drops it where it is given up', async () => {
  await press('common_cancel');
  expect(dropped()).toBe(true);
  expect(onDone).toHaveBeenCalledOnce();
});

it('keeps it where the form only goes, such as with a view that fails', async () => {
  await draw(null, place);
  expect(dropped()).toBe(false);
});
