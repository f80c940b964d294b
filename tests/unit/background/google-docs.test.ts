import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { askGoogleDocs } from '../../../entrypoints/background/google-docs';

const executeScript = vi.fn();
const READ = { name: 'read' } as const;
const sender = (frameId?: number) =>
  ({ tab: { id: 7 }, frameId }) as Parameters<typeof askGoogleDocs>[0];

beforeEach(() => {
  executeScript.mockReset();
  Object.assign(browser.scripting, { executeScript });
});

it('asks the page in the frame that asked, and gives what it says', async () => {
  const said = { text: 'A page.', ranges: null };
  executeScript.mockResolvedValue([{ frameId: 3, result: said }]);
  expect(await askGoogleDocs(sender(3), READ)).toEqual(said);
  const target = { tabId: 7, frameIds: [3] };
  expect(executeScript.mock.lastCall).toMatchObject([{ target, world: 'MAIN' }]);
});

it('gives nothing where the frame has gone, says nothing, or is not known', async () => {
  executeScript.mockRejectedValueOnce(new Error('No frame with id 3 in tab 7.'));
  expect(await askGoogleDocs(sender(3), READ)).toBeNull();
  executeScript.mockResolvedValueOnce([]);
  expect(await askGoogleDocs(sender(3), READ)).toBeNull();
  executeScript.mockClear();
  expect(await askGoogleDocs(sender(), READ)).toBeNull();
  expect(executeScript).not.toHaveBeenCalled();
});
