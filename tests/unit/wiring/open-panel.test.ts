import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { placeItem } from '../../../data/panel-place';
import { openPanelAt } from '../../../entrypoints/background/panel';
import { openPanel } from '../../../entrypoints/wiring/view/panel';

const PLACE = '#/ladder/intercom-pm/ownership';

function withPanel() {
  const open = vi.fn(async () => undefined);
  const sendMessage = vi.fn(async () => undefined);
  Object.assign(browser, { sidePanel: { open } });
  Object.assign(browser.runtime, { sendMessage });
  return { open, sendMessage };
}

it('tells the background of its place at once, as the view may be closed with the panel', () => {
  const { open, sendMessage } = withPanel();
  void openPanel({ windowId: 1 }, PLACE);
  expect(open).toHaveBeenCalledOnce();
  expect(sendMessage).toHaveBeenCalledWith(
    expect.objectContaining({ type: 'set-place', place: PLACE, windowId: 1 }),
  );
});

it('opens where it was when nobody hears of its place', async () => {
  const { sendMessage } = withPanel();
  sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
  expect(await openPanel({ windowId: 1 }, PLACE)).toBe(true);
});

it('is opened by the background at a place, or where it was when that cannot be stored', async () => {
  const { open } = withPanel();
  const tab = { windowId: 1 } as Parameters<typeof openPanelAt>[0];
  expect(await openPanelAt(tab, PLACE)).toBe(true);
  expect(await placeItem.getValue()).toMatchObject({ subSkill: 'ownership', window: 1 });
  const full = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('Quota'));
  expect(await openPanelAt(tab, '#/ladder')).toBe(true);
  expect(open).toHaveBeenCalledTimes(2);
  expect(full).toHaveBeenCalled();
});
