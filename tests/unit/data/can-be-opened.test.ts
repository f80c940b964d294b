import { expect, test } from 'vitest';
import { canBeOpened } from '../../../data/can-be-opened';

test.each([
  ['https://example.com/review', true],
  ['http://127.0.0.1:8080/', true],
  ['file:///home/me/review.html', true],
  ['file:///C:/review.html', true],
  ['file://localhost/home/me/review.html', true],
  ['file://elsewhere.example/share/review.html', false],
  ['file:\\\\elsewhere.example\\share', false],
  ['file:////elsewhere.example/share/review.html', false],
  ['file:///\\\\elsewhere.example\\share', false],
  ['file:///%5C%5Celsewhere.example/share', false],
  ['chrome://settings', false],
  ['about:blank', false],
  ['javascript:alert(1)', false],
  ['', false],
])('%s: %s', (address, expected) => {
  expect(canBeOpened(address)).toBe(expected);
});
