import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPanel } from '../../../entrypoints/wiring/view/panel';

it('opens where it was when its place cannot be stored', async () => {
  const open = vi.fn(async () => undefined);
  Object.assign(fakeBrowser, { sidePanel: { open } });
  const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('Quota'));
  expect(await openPanel({ windowId: 1 }, '#/ladder/intercom-pm/ownership')).toBe(true);
  expect(open).toHaveBeenCalledOnce();
  expect(full).toHaveBeenCalled();
  full.mockRestore();
});
