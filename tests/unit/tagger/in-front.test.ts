// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { whenBegun, whenInFront } from '../../../entrypoints/tagger/navigation';

afterEach(() => vi.unstubAllGlobals());

/** The document of a page, loaded ahead or not. */
function page(prerendering: boolean): EventTarget {
  const document = Object.assign(new EventTarget(), { prerendering });
  vi.stubGlobal('document', document);
  return document;
}

it('goes on at once in a page that was opened', () => {
  page(false);
  const arrive = vi.fn();
  whenInFront(arrive, new AbortController().signal);
  expect(arrive).toHaveBeenCalledTimes(1);
});

it('waits in a page that was loaded ahead until the user goes there', () => {
  const ahead = page(true);
  const arrive = vi.fn();
  whenInFront(arrive, new AbortController().signal);
  expect(arrive).not.toHaveBeenCalled();
  ahead.dispatchEvent(new Event('prerenderingchange'));
  expect(arrive).toHaveBeenCalledTimes(1);
});

it('does not go on where it has ended before', () => {
  const ahead = page(true);
  const arrive = vi.fn();
  const end = new AbortController();
  whenInFront(arrive, end.signal);
  end.abort();
  ahead.dispatchEvent(new Event('prerenderingchange'));
  expect(arrive).not.toHaveBeenCalled();
});

it('begins with the first element of a page that has none yet', async () => {
  const page = document.implementation.createHTMLDocument();
  const root = page.documentElement;
  vi.stubGlobal('document', page);
  const begin = vi.fn();
  root.remove();
  whenBegun(begin, new AbortController().signal);
  expect(begin).not.toHaveBeenCalled();

  page.append(root);
  await vi.waitFor(() => expect(begin).toHaveBeenCalledTimes(1));

  whenBegun(begin, new AbortController().signal);
  expect(begin).toHaveBeenCalledTimes(2);
});
