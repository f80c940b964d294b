import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { askedItem } from '../../../data/panel-place';
import { openPanelAt } from '../../../entrypoints/background/panel';
import { openPanel } from '../../../entrypoints/wiring/view/panel';
import { later } from '../support/mounted';

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

it.each(['heard by nobody', 'heard late'])(
  'is at the place when its message is %s',
  async (how) => {
    const { sendMessage } = withPanel();
    await askedItem.setValue(null);
    if (how === 'heard late') sendMessage.mockReturnValue(new Promise(() => {}));
    else sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    void openPanel({ windowId: 1 }, PLACE);
    await vi.waitFor(async () => {
      expect(await askedItem.getValue()).toMatchObject({ subSkill: 'ownership', window: 1 });
    });
  },
);

it('tells the background the time of its own word, so that the panel goes there once', async () => {
  const { sendMessage } = withPanel();
  await openPanel({ windowId: 1 }, PLACE);
  const own = await askedItem.getValue();
  expect(sendMessage).toHaveBeenCalledWith(expect.objectContaining({ at: own?.asked }));
});

it('opens where it was when nobody hears of its place', async () => {
  const { sendMessage } = withPanel();
  sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
  expect(await openPanel({ windowId: 1 }, PLACE)).toBe(true);
});

it('says that the browser did not open it, also where that is known before its place is', async () => {
  const { sendMessage } = withPanel();
  const told = later<undefined>();
  const open = () => Promise.reject(new Error('may only be called in response to a user gesture'));
  Object.assign(browser, { sidePanel: { open } });
  sendMessage.mockReturnValue(told.promise);
  const opening = openPanel({ windowId: 1 }, PLACE);
  // A rejection that nobody handles by then fails the run of all tests.
  await new Promise((done) => setTimeout(done));
  told.keep(undefined);
  expect(await opening).toBe(false);
});

it('says that it is not open where the browser has none and the background does not answer', async () => {
  const { sendMessage } = withPanel();
  const { sidePanel, sidebarAction } = browser as never as Record<string, unknown>;
  Object.assign(browser, { sidePanel: undefined, sidebarAction: undefined });
  sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
  const opened = await openPanel({ windowId: 1 }, PLACE);
  Object.assign(browser, { sidePanel, sidebarAction });
  expect(opened).toBe(false);
});

it('is opened by the background at a place, or where it was when that cannot be stored', async () => {
  const { open } = withPanel();
  const tab = { windowId: 1 } as Parameters<typeof openPanelAt>[0];
  expect(await openPanelAt(tab, PLACE)).toBe(true);
  expect(await askedItem.getValue()).toMatchObject({ subSkill: 'ownership', window: 1 });
  const full = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('Quota'));
  expect(await openPanelAt(tab, '#/ladder')).toBe(true);
  expect(open).toHaveBeenCalledTimes(2);
  expect(full).toHaveBeenCalled();
});
