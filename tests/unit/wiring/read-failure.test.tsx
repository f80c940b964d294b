// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { StorageFailure } from '../../../data/evidence';
import { ReadFailure } from '../../../entrypoints/wiring/view/ReadFailure';
import { draw } from '../support/mounted';
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
