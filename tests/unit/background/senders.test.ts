import { beforeEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { mayAsk } from '../../../entrypoints/background/senders';
import type { BackgroundMessage } from '../../../entrypoints/wiring/messages/background';

beforeEach(() => {
  Object.assign(browser.runtime, { getURL: (path: string) => `chrome-extension://rung${path}` });
});

type Type = BackgroundMessage['type'];

/** All there is to ask, and whether what runs in a page may. */
const ALL: Record<Type, boolean> = {
  'page-records': true,
  hover: true,
  'picker-dead': true,
  frames: true,
  'in-google-docs': true,
  tag: false,
  'read-selection': false,
  'show-evidence': false,
  'hide-evidence': false,
  'report-evidence': false,
  'left-behind': false,
  'settle-filed': false,
  'go-to': false,
  'from-picker': false,
  'tag-again': false,
  'open-options': false,
  'open-panel': false,
  'set-place': false,
  shortcuts: false,
};

/** A content script's messages come with the address of its page. */
const PAGES = ['https://notes.example/', 'file:///notes.html', 'about:blank', undefined];

it.each(PAGES)('hears of what runs in a page only what that has to ask: %s', (url) => {
  for (const [type, fromPages] of Object.entries(ALL)) {
    expect(mayAsk({ url }, type as Type), type).toBe(fromPages);
  }
});

it.each([
  'chrome-extension://rung/sidepanel.html',
  'chrome-extension://5d1c9a52-another-name/picker.html#token',
])('hears everything of its own pages: %s', (url) => {
  for (const type of Object.keys(ALL)) expect(mayAsk({ url }, type as Type), type).toBe(true);
});
