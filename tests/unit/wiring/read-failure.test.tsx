// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import type { WxtStorageItem } from 'wxt/utils/storage';
import { StorageFailure } from '../../../data/evidence';
import { Failsafe } from '../../../entrypoints/wiring/view/Failsafe';
import { ReadFailure } from '../../../entrypoints/wiring/view/ReadFailure';
import { useItem } from '../../../entrypoints/wiring/view/use-item';
import { draw, settled } from '../support/mounted';
import { emptyPlace } from '../support/panel';

it.each([
  ['failure_unread', new StorageFailure('refused', 'IO error')],
  ['failure_undrawn', new Error('No such thing')],
])(
  'reads out at once what is wrong, and leaves its button out of that: %s',
  async (title, failure) => {
    const onAgain = vi.fn();
    const place = emptyPlace();
    await draw(<ReadFailure failure={failure} onAgain={onAgain} />, place);
    const said = place.querySelector('[role=alert]');
    expect(said?.querySelector('h2')?.textContent).toBe(title);
    expect(said?.querySelector('p')?.textContent).toContain(failure.message);
    expect(said?.querySelector('button')).toBeNull();
    place.querySelector('button')?.click();
    expect(onAgain).toHaveBeenCalledOnce();
  },
);

it('stands in the place of a view whose value cannot be read, until it is read after all', async () => {
  const getValue = vi.fn(async () => 'It is there.').mockRejectedValueOnce(new Error('IO error'));
  const item = { getValue, watch: () => () => undefined } as unknown;
  const View = () => <p>{useItem(item as WxtStorageItem<string, Record<string, unknown>>)}</p>;
  const place = emptyPlace();
  await draw(
    <Failsafe>
      <View />
    </Failsafe>,
    place,
  );
  expect(place.querySelector('[role=alert]')?.textContent).toContain('IO error');
  await act(async () => place.querySelector('button')?.click());
  await settled();
  expect(place.textContent).toBe('It is there.');
});
