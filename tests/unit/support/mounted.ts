import { type ComponentChild, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';

/** Draws a view into the document, or draws it anew, and lets its effects run. */
export async function draw(view: ComponentChild, into: HTMLElement): Promise<void> {
  await act(async () => render(view, into));
  await settled();
}

/** Lets what was begun go on, as far as it needs no clock. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await act(async () => new Promise((go) => setTimeout(go)));
}

/** A hook in a component of its own: `now` is what it gave last, `end` takes the component away. */
export async function mounted<Given, T>(hook: (given: Given) => T, given: Given) {
  const place = document.createElement('div');
  document.body.append(place);
  let last: T | undefined;
  const Holder = (props: { given: Given }) => {
    last = hook(props.given);
    return null;
  };
  const give = (next: Given) => draw(h(Holder, { given: next }), place);
  await give(given);
  return {
    get now() {
      return last as T;
    },
    give,
    end: () => draw(null, place),
  };
}

/** Words by their keys, with what is put into them behind: `goTo_closed`, `kind [x]`. */
export function wordsByKey(): void {
  const getMessage = (key: string, parts?: string[]) => [key, ...(parts ?? [])].join(' ');
  Object.assign(browser.i18n, { getMessage });
}

/** An event of the browser that a test lets happen. */
export function event<Parts extends unknown[]>() {
  const listeners = new Set<(...parts: Parts) => unknown>();
  return {
    addListener: (listener: (...parts: Parts) => unknown) => listeners.add(listener),
    removeListener: (listener: (...parts: Parts) => unknown) => listeners.delete(listener),
    happens: (...parts: Parts) => {
      for (const listener of [...listeners]) listener(...parts);
    },
  };
}

/** A promise that a test keeps when it likes. */
export function later<T>() {
  let keep: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    keep = resolve;
  });
  return { promise, keep: vi.fn((value: T) => keep(value)) };
}
