import { expect, it } from 'vitest';
import { hostOfPattern, patternOf } from '../../../data/site-pattern';

it.each([
  ['https://example.com/review?a=1#b', 'https://example.com/*'],
  ['http://example.com/', 'http://example.com/*'],
  ['https://example.com:8443/review', 'https://example.com/*'],
  ['https://me:secret@Example.com/', 'https://example.com/*'],
  ['file:///home/me/review.html', undefined],
  ['about:blank', undefined],
  ['blob:https://example.com/6d5c', undefined],
  ['chrome-extension://abc/popup.html', undefined],
  ['example.com', undefined],
  ['', undefined],
])('the site of %j is %j', (address, pattern) => {
  expect(patternOf(address)).toBe(pattern);
});

it.each([
  ['https://example.com/*', 'example.com'],
  ['http://localhost/*', 'localhost'],
  ['https://*/*', undefined],
  ['https://*.example.com/*', undefined],
  ['*://example.com/*', undefined],
  ['https://example.com/review/*', undefined],
  ['<all_urls>', undefined],
  ['', undefined],
])('the host that %j names is %j', (pattern, host) => {
  expect(hostOfPattern(pattern)).toBe(host);
});
