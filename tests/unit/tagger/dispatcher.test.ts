// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { listen } from '../../../entrypoints/tagger/dispatcher';
import { onMessage } from '../../../entrypoints/tagger/on-message';
import { showPicker } from '../../../entrypoints/tagger/picker/host';

vi.mock('../../../entrypoints/tagger/on-message');
vi.mock('../../../entrypoints/tagger/picker/host');

const request = { view: 'refused', why: 'pdf' };
const message = { to: 'tagger', type: 'show', request, box: null };

/** What answers to messages. */
function answering() {
  listen({ session: {} } as never, new AbortController().signal);
  return vi.mocked(onMessage).mock.calls.at(-1)?.[0];
}

beforeEach(() => vi.mocked(showPicker).mockReset());

it('answers that it shows what it is asked to: no answer would be taken for a page that is busy', async () => {
  expect(await answering()?.(message)).toBe(true);
  expect(vi.mocked(showPicker).mock.lastCall?.[0]).toEqual(request);
});

it('shows nothing to whoever has given up waiting for it', async () => {
  expect(await answering()?.({ ...message, until: Date.now() - 1 })).toBeUndefined();
  expect(showPicker).not.toHaveBeenCalled();
  expect(await answering()?.({ ...message, until: Date.now() + 1_000 })).toBe(true);
  expect(showPicker).toHaveBeenCalledOnce();
});
