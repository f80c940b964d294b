// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { notPrinted } from '../../../../entrypoints/tagger/surfaces/not-printed';

it('stays on screen when only the page says that it is printed', () => {
  const element = document.createElement('div');
  element.style.setProperty('display', 'block', 'important');
  const ending = new AbortController();
  notPrinted(element, ending.signal);
  dispatchEvent(new Event('beforeprint'));
  dispatchEvent(new Event('beforeprint'));
  dispatchEvent(new Event('afterprint'));
  dispatchEvent(new Event('beforeprint'));
  ending.abort();
  expect(element.style.display).toBe('block');
});
