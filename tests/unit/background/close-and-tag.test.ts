import { beforeEach, expect, it, vi } from 'vitest';
import { type Browser, browser } from 'wxt/browser';
import { closeAndTag, passOn } from '../../../entrypoints/background/picker';
import { tagAgain } from '../../../entrypoints/background/tag';

vi.mock('../../../entrypoints/background/tag');

const TAB = { id: 3, url: 'https://notes.example/', title: 'Notes', windowId: 1 };
const tab = TAB as Browser.tabs.Tab;
const sendMessage = vi.fn();

beforeEach(() => {
  vi.resetAllMocks();
  Object.assign(browser.tabs, { sendMessage });
});

it('reads once more what is selected where the picker has gone', async () => {
  sendMessage.mockResolvedValue(true);
  await closeAndTag(tab, 'token');
  const close = { to: 'tagger', type: 'picker-close', token: 'token' };
  expect(sendMessage).toHaveBeenCalledWith(TAB.id, close, { frameId: 0 });
  expect(tagAgain).toHaveBeenCalledWith(tab);
});

it('reads nothing for one who does not know the token', async () => {
  sendMessage.mockResolvedValue(undefined);
  await closeAndTag(tab, 'guessed');
  expect(tagAgain).not.toHaveBeenCalled();
});

it('welcomes a picker that says hello, and nobody else', async () => {
  const request = { view: 'evidence', ids: ['one'] };
  sendMessage.mockResolvedValue(request);
  const { url, title, windowId } = TAB;
  const welcome = { request, page: { url, title }, windowId };
  expect(await passOn(tab, { type: 'picker-hello', token: 'token' })).toEqual(welcome);
  sendMessage.mockResolvedValue(true);
  expect(await passOn(tab, { type: 'picker-close', token: 'token' })).toBeNull();
});
