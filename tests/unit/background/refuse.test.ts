import { beforeEach, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { refuseInPopup } from '../../../entrypoints/background/refuse';
import { refusedBy } from '../../../entrypoints/wiring/view/refused-hash';

const TAB = { id: 3, windowId: 1 } as Browser.tabs.Tab;
const REFUSED = { tabId: 3, popup: '/popup.html#refused' };

const setPopup = vi.fn();
const openPopup = vi.fn();
const setBadgeText = vi.fn();

beforeEach(() => {
  vi.resetAllMocks();
  Object.assign(browser, { action: { setPopup, openPopup, setBadgeText } });
});

it('opens the popup where it says so once, and the next one as it always is', async () => {
  await refuseInPopup(TAB);
  expect(openPopup).toHaveBeenCalledWith({ windowId: 1 });
  expect(setPopup.mock.calls).toEqual([[REFUSED], [{ tabId: 3, popup: '/popup.html' }]]);
  expect(setPopup.mock.invocationCallOrder[0]).toBeLessThan(
    openPopup.mock.invocationCallOrder[0] as number,
  );
  expect(setBadgeText).not.toHaveBeenCalled();
});

it('says in the popup what else is wrong', async () => {
  await refuseInPopup(TAB, 'no-answer');
  const [[{ popup }]] = setPopup.mock.calls as [[{ popup: string }]];
  const hash = popup.slice('/popup.html'.length);
  expect([refusedBy(hash), refusedBy('#refused'), refusedBy('')]).toEqual([
    'no-answer',
    'no-access',
    null,
  ]);
});

it('marks the button where the browser opens no popup, behind which it is still said', async () => {
  openPopup.mockRejectedValue(new Error('There is no active window.'));
  await refuseInPopup(TAB);
  expect(setBadgeText).toHaveBeenCalledWith({ tabId: 3, text: '!' });
  expect(setPopup.mock.calls).toEqual([[REFUSED]]);
});

it('does nothing in a tab that has no id', async () => {
  await refuseInPopup({ windowId: 1 } as Browser.tabs.Tab);
  expect(setPopup).not.toHaveBeenCalled();
});
