// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Watcher } from '../../../../entrypoints/tagger/surfaces/google-docs/watch';

/** How long one reading takes, in milliseconds. */
const READING = 100;
/** How far keys are apart, in milliseconds, so that some fall into a reading. */
const KEY = 250;
const LONG = 20_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads no more often than reading allows, whenever keys fall', async () => {
  const editor = document.createElement('div');
  editor.className = 'kix-appview-editor';
  document.body.replaceChildren(editor);
  const read = vi.fn(() => new Promise<boolean>((done) => setTimeout(done, READING, true)));
  const end = new AbortController();
  const never = () => false;
  const watcher = new Watcher(document, read, never, never, end.signal);
  await vi.advanceTimersByTimeAsync(1_000);
  read.mockClear();

  // What it does where something is drawn, and where a key is pressed.
  const { note, hurry } = watcher as unknown as { note(): void; hurry(): void };
  for (let time = 0; time < LONG; time += KEY) {
    note.call(watcher);
    hurry.call(watcher);
    await vi.advanceTimersByTimeAsync(KEY);
  }
  // Each reading is followed by a wait of fifty times as long.
  expect(read.mock.calls.length).toBeLessThanOrEqual(LONG / (51 * READING) + 1);
  expect(read.mock.calls.length).toBeGreaterThan(1);
  end.abort();
  expect(vi.getTimerCount()).toBe(0);
});
