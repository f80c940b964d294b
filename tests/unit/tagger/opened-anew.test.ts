// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hear, whenOpenedAnew } from '../../../entrypoints/tagger/opened-anew';

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => end.abort());

const told = () => Promise.resolve();

async function openAnew(): Promise<void> {
  document.documentElement.remove();
  await told();
  document.append(document.createElement('html'));
  await told();
}

it('hears what the page tells once it was opened anew, and tells of that once it has something', async () => {
  const onOpened = vi.fn();
  const heard = vi.fn();
  hear(() => document.documentElement, 'pointerleave', heard, { signal: end.signal });
  whenOpenedAnew(onOpened, end.signal);
  for (let times = 1; times <= 2; times++) {
    document.documentElement.remove();
    await told();
    expect(onOpened).toHaveBeenCalledTimes(times - 1);
    document.append(document.createElement('html'));
    await told();
    expect(onOpened).toHaveBeenCalledTimes(times);
    document.documentElement.dispatchEvent(new Event('pointerleave'));
    expect(heard).toHaveBeenCalledTimes(times);
  }
});

it('hears once what it could hear all along', async () => {
  const heard = vi.fn();
  hear(() => window, 'popstate', heard, { signal: end.signal });
  whenOpenedAnew(() => {}, end.signal);
  await openAnew();
  dispatchEvent(new Event('popstate'));
  expect(heard).toHaveBeenCalledOnce();
});

it('hears nothing once it has ended', async () => {
  const onOpened = vi.fn();
  const heard = vi.fn();
  const own = new AbortController();
  hear(() => document.documentElement, 'pointerleave', heard, { signal: own.signal });
  whenOpenedAnew(onOpened, end.signal);
  own.abort();
  await openAnew();
  document.documentElement.dispatchEvent(new Event('pointerleave'));
  expect(heard).not.toHaveBeenCalled();
  hear(() => window, 'popstate', heard, { signal: own.signal });
  dispatchEvent(new Event('popstate'));
  expect(heard).not.toHaveBeenCalled();

  end.abort();
  onOpened.mockClear();
  await openAnew();
  expect(onOpened).not.toHaveBeenCalled();
});
