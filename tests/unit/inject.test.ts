import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { inject } from '../../entrypoints/background/inject';

const executeScript = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  executeScript.mockReset();
  Object.assign(browser.scripting, { executeScript, insertCSS: vi.fn(async () => {}) });
});
afterEach(() => vi.useRealTimers());

async function injected() {
  const frames = inject(1);
  await vi.runAllTimersAsync();
  return frames;
}

const refused = () => executeScript.mockRejectedValueOnce(new Error('Cannot access'));
const answered = (...frameIds: number[]) =>
  executeScript.mockResolvedValueOnce(frameIds.map((frameId) => ({ frameId, result: undefined })));

it('reaches the frames of a page that lets it in', async () => {
  answered(0, 7);
  expect(await injected()).toEqual([{ frameId: 0 }, { frameId: 7 }]);
  expect(executeScript).toHaveBeenCalledTimes(1);
});

it('asks again where the grant comes late: refused, from no frame, or from one inside only', async () => {
  refused();
  answered();
  answered(7);
  answered(0, 7);
  expect(await injected()).toEqual([{ frameId: 0 }, { frameId: 7 }]);
});

it('gives the frames inside that are open, where the page around them stays closed', async () => {
  executeScript.mockResolvedValue([{ frameId: 7, result: undefined }]);
  expect(await injected()).toEqual([{ frameId: 7 }]);
});

it.each([
  ['refuses', () => executeScript.mockRejectedValue(new Error('Cannot access'))],
  ['answers from no frame', () => executeScript.mockResolvedValue([])],
])('gives up on a page that %s every time', async (_what, always) => {
  always();
  expect(await injected()).toBeNull();
});
