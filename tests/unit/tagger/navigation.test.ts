// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchNavigation } from '../../../entrypoints/tagger/navigation';

let address = 'https://reviews.test/one';

beforeEach(() => {
  vi.useFakeTimers();
  address = 'https://reviews.test/one';
  vi.spyOn(window.location, 'href', 'get').mockImplementation(() => address);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  Reflect.deleteProperty(window, 'navigation');
});

it('notices another address where the browser says nothing of it', () => {
  const onNavigate = vi.fn();
  const end = new AbortController();
  watchNavigation(onNavigate, end.signal);
  vi.advanceTimersByTime(3_000);
  expect(onNavigate).not.toHaveBeenCalled();
  address = 'https://reviews.test/two';
  vi.advanceTimersByTime(3_000);
  expect(onNavigate).toHaveBeenCalledTimes(1);

  end.abort();
  expect(vi.getTimerCount()).toBe(0);
});

it('compares nothing where the browser tells', () => {
  const navigation = new EventTarget();
  Object.defineProperty(window, 'navigation', { value: navigation, configurable: true });
  const onNavigate = vi.fn();
  watchNavigation(onNavigate, new AbortController().signal);
  expect(vi.getTimerCount()).toBe(0);
  address = 'https://reviews.test/two';
  navigation.dispatchEvent(new Event('currententrychange'));
  expect(onNavigate).toHaveBeenCalledTimes(1);
});
