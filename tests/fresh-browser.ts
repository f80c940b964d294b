import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const { local } = fakeBrowser.storage;
const { get } = local;

// A browser says nothing of keys under which nothing is stored; the stand-in says `undefined`.
local.get = async (keys) =>
  Object.fromEntries(Object.entries(await get(keys)).filter(([, value]) => value !== undefined));

// What one test stored, and who listened, is not the next one's business.
beforeEach(() => {
  fakeBrowser.reset();
});
