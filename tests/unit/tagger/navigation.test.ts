// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addressOfPage,
  watchNavigation,
  whenGoneBackTo,
} from '../../../entrypoints/tagger/navigation';

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
  expect(onNavigate.mock.calls).toEqual([['https://reviews.test/one']]);

  end.abort();
  expect(vi.getTimerCount()).toBe(0);
});

it('compares where the browser would tell, but not of this page, as it is sandboxed', () => {
  const navigation = Object.assign(new EventTarget(), { currentEntry: null });
  Object.defineProperty(window, 'navigation', { value: navigation, configurable: true });
  const onNavigate = vi.fn();
  const end = new AbortController();
  watchNavigation(onNavigate, end.signal);
  address = 'https://reviews.test/two';
  vi.advanceTimersByTime(1_500);
  expect(onNavigate).toHaveBeenCalledTimes(1);
  end.abort();
});

/** Of a browser that tells of each change of the address. */
function navigationThatTells(): EventTarget {
  const navigation = new EventTarget();
  Object.defineProperty(window, 'navigation', { value: navigation, configurable: true });
  return navigation;
}

it('compares nothing where the browser tells', () => {
  const navigation = navigationThatTells();
  const onNavigate = vi.fn();
  watchNavigation(onNavigate, new AbortController().signal);
  expect(vi.getTimerCount()).toBe(0);
  address = 'https://reviews.test/two';
  navigation.dispatchEvent(new Event('currententrychange'));
  expect(onNavigate).toHaveBeenCalledTimes(1);
});

it('asks no more than twice a second where a page keeps its state in its address, and in the end', () => {
  const navigation = navigationThatTells();
  const asked: string[] = [];
  watchNavigation(() => asked.push(address), new AbortController().signal);
  for (let change = 0; change < 40; change++) {
    address = `https://reviews.test/one?at=${change}`;
    navigation.dispatchEvent(new Event('currententrychange'));
    vi.advanceTimersByTime(50);
  }
  vi.advanceTimersByTime(1_000);
  expect(asked.length).toBeLessThanOrEqual(5);
  expect(asked.at(-1)).toBe(address);
  expect(vi.getTimerCount()).toBe(0);
});

/** Shows the page, as it was left or anew. */
const show = (persisted: boolean) =>
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

it('tells at once when the page is gone back to, and not when it was loaded', () => {
  const onShown = vi.fn();
  whenGoneBackTo(onShown, new AbortController().signal);
  show(false);
  expect(onShown).not.toHaveBeenCalled();
  show(true);
  expect(onShown).toHaveBeenCalledTimes(1);
});

describe('in a frame', () => {
  let around: () => string;
  let top: object;
  beforeEach(() => {
    const location = {
      get href() {
        return around();
      },
    };
    top = { location };
    vi.spyOn(window, 'top', 'get').mockImplementation(() => top as Window);
  });

  it('nothing is compared where the browser tells of the page around it, until that outlives it', () => {
    const navigation = new EventTarget();
    Object.assign(top, { navigation });
    around = () => 'https://reviews.test/one';
    const onNavigate = vi.fn();
    watchNavigation(onNavigate, new AbortController().signal);
    expect(vi.getTimerCount()).toBe(0);
    around = () => 'https://reviews.test/two';
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(onNavigate).toHaveBeenCalledTimes(1);

    const hide = (persisted: boolean) =>
      window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
    hide(true);
    around = () => 'https://reviews.test/three';
    vi.advanceTimersByTime(1_000);
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(onNavigate).toHaveBeenCalledTimes(2);
    hide(false);
    around = () => 'https://reviews.test/four';
    vi.advanceTimersByTime(1_000);
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(onNavigate).toHaveBeenCalledTimes(2);
  });

  it('tells only once its tab may have the address of the page that is gone back to', () => {
    const onShown = vi.fn();
    const end = new AbortController();
    whenGoneBackTo(onShown, end.signal);
    show(true);
    expect(onShown).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(onShown).toHaveBeenCalledTimes(1);
    show(true);
    end.abort();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('nothing is compared where its own address is all it knows, and the browser tells of that', () => {
    const navigation = navigationThatTells();
    around = () => {
      throw new DOMException('Blocked a frame from accessing a cross-origin frame.');
    };
    const onNavigate = vi.fn();
    watchNavigation(onNavigate, new AbortController().signal);
    expect(vi.getTimerCount()).toBe(0);
    address = 'https://reviews.test/two';
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(onNavigate).toHaveBeenCalledTimes(1);
  });

  it('the document is that of the page around it, which may go elsewhere without it', () => {
    address = 'about:srcdoc';
    around = () => 'https://reviews.test/one';
    const onNavigate = vi.fn();
    const end = new AbortController();
    watchNavigation(onNavigate, end.signal);
    expect(addressOfPage()).toBe('https://reviews.test/one');
    around = () => 'https://reviews.test/two';
    vi.advanceTimersByTime(1_500);
    expect(onNavigate).toHaveBeenCalledTimes(1);
    end.abort();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('of another site it is the one of its own address', () => {
    around = () => {
      throw new DOMException('Blocked a frame from accessing a cross-origin frame.');
    };
    expect(addressOfPage()).toBe('https://reviews.test/one');
  });
});
