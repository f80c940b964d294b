// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { whenReturnedTo } from '../../../entrypoints/tagger/returned-to';

function watched() {
  const onReturned = vi.fn();
  const end = new AbortController();
  whenReturnedTo(onReturned, end.signal);
  const become = (state: DocumentVisibilityState) => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { onReturned, end, become };
}

it('tells that the tab is shown, and not that it is hidden', () => {
  const { onReturned, become } = watched();
  become('hidden');
  expect(onReturned).not.toHaveBeenCalled();
  become('visible');
  expect(onReturned).toHaveBeenCalledOnce();
});

it('tells that the window has the keyboard again', () => {
  const { onReturned } = watched();
  window.dispatchEvent(new Event('focus'));
  expect(onReturned).toHaveBeenCalledOnce();
});

it('tells nothing once it has ended', () => {
  const { onReturned, end, become } = watched();
  end.abort();
  become('visible');
  window.dispatchEvent(new Event('focus'));
  expect(onReturned).not.toHaveBeenCalled();
});
