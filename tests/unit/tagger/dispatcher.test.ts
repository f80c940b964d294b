// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { listen } from '../../../entrypoints/tagger/dispatcher';
import { onMessage } from '../../../entrypoints/tagger/on-message';
import { showPicker } from '../../../entrypoints/tagger/picker/host';

vi.mock('../../../entrypoints/tagger/on-message');
vi.mock('../../../entrypoints/tagger/picker/host');

it('answers that it shows what it is asked to: no answer would be taken for a page that is busy', async () => {
  listen({ session: {} } as never, new AbortController().signal);
  const [[answer] = []] = vi.mocked(onMessage).mock.calls;
  const request = { view: 'refused', why: 'pdf' };
  const message = { to: 'tagger', type: 'show', request, box: null };
  expect(await answer?.(message)).toBe(true);
  expect(vi.mocked(showPicker).mock.lastCall?.[0]).toEqual(request);
});
