import { beforeEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { mayAsk } from '../../entrypoints/background/senders';

beforeEach(() => {
  Object.assign(browser.runtime, { getURL: (path: string) => `chrome-extension://rung${path}` });
});

/** A content script's messages come with the address of its page. */
const PAGES = ['https://notes.example/', 'file:///notes.html', 'about:blank', undefined];

it.each(PAGES)('hears of what runs in a page only what that has to ask: %s', (url) => {
  expect(mayAsk({ url }, 'page-records')).toBe(true);
  expect(mayAsk({ url }, 'hover')).toBe(true);
  expect(mayAsk({ url }, 'in-google-docs')).toBe(true);
  for (const type of ['read-selection', 'show-evidence', 'go-to', 'from-picker'] as const) {
    expect(mayAsk({ url }, type)).toBe(false);
  }
});

it.each([
  'chrome-extension://rung/sidepanel.html',
  'chrome-extension://5d1c9a52-another-name/picker.html#token',
])('hears everything of its own pages: %s', (url) => {
  expect(mayAsk({ url }, 'read-selection')).toBe(true);
  expect(mayAsk({ url }, 'from-picker')).toBe(true);
});
