import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { framesWithTagger, inject } from '../../../entrypoints/background/inject';
import { comeIntoFrames } from '../../../entrypoints/background/later-frames';

vi.mock('../../../entrypoints/background/inject');

const sendMessage = vi.fn();

beforeEach(() => {
  vi.resetAllMocks();
  sendMessage.mockRejectedValue(new Error('Nobody listens.'));
  Object.assign(browser.runtime, { sendMessage });
});

it('comes into the frames of a tab that Rung is not in yet, and tells the panel of those it is in', async () => {
  vi.mocked(framesWithTagger).mockResolvedValue({ with: [0], without: [7] });
  await comeIntoFrames(1);
  expect(sendMessage).toHaveBeenCalledWith({ to: 'panel', type: 'frames', tabId: 1, frames: [0] });
  expect(inject).toHaveBeenCalledExactlyOnceWith(1);
});

it('leaves a tab alone where Rung is in all its frames', async () => {
  vi.mocked(framesWithTagger).mockResolvedValue({ with: [0, 7], without: [] });
  await comeIntoFrames(1);
  expect(inject).not.toHaveBeenCalled();
});

it('does nothing where Rung is not let in any more', async () => {
  vi.mocked(framesWithTagger).mockResolvedValue(null);
  await comeIntoFrames(1);
  await comeIntoFrames(undefined);
  expect(sendMessage).not.toHaveBeenCalled();
  expect(inject).not.toHaveBeenCalled();
});
