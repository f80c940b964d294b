// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { budget } from '../../../../entrypoints/tagger/budget';
import { Watcher } from '../../../../entrypoints/tagger/surfaces/google-docs/watch';
import { userAtWork } from '../../../../entrypoints/tagger/user-at-work';

/** How long one reading takes, in milliseconds. */
const READING = 100;
/** How far keys are apart, in milliseconds, so that some fall into a reading. */
const KEY = 250;
const LONG = 20_000;

beforeEach(() => {
  vi.useFakeTimers();
  // Each test begins its clock anew, and the budget of them all goes by one that never does.
  vi.spyOn(budget, 'wait').mockReturnValue(0);
});
afterEach(() => void vi.useRealTimers());

it('reads no more often than reading allows, whenever keys fall', async () => {
  const editor = document.createElement('div');
  editor.className = 'kix-appview-editor';
  document.body.replaceChildren(editor);
  const read = vi.fn(() => new Promise<boolean>((done) => setTimeout(done, READING, true)));
  const end = new AbortController();
  const never = () => false;
  const watcher = new Watcher(document, read, never, never, never, end.signal);
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

it('takes who types into the frame of the document that takes its keys to be at work', async () => {
  const editor = document.createElement('div');
  editor.className = 'kix-appview-editor';
  // This small DOM opens no frames.
  const input = document.createElement('div');
  const inside = new EventTarget();
  Object.assign(input, { contentDocument: inside });
  input.className = 'docs-texteventtarget-iframe';
  document.body.replaceChildren(editor, input);
  const noted = vi.spyOn(userAtWork, 'note');
  const end = new AbortController();
  const never = () => false;
  new Watcher(document, async () => false, never, never, never, end.signal);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(noted).not.toHaveBeenCalled();
  inside.dispatchEvent(new Event('keydown'));
  expect(noted).toHaveBeenCalledOnce();
  end.abort();
});

it('follows the document into another editor', async () => {
  const editor = () => {
    const element = document.createElement('div');
    element.className = 'kix-appview-editor';
    return element;
  };
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  container.append(editor());
  const read = vi.fn(async () => false);
  const onEditor = vi.fn();
  const onChange = vi.fn();
  const end = new AbortController();
  new Watcher(document, read, () => false, onEditor, onChange, end.signal);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(onEditor).toHaveBeenCalledTimes(1);

  container.replaceChildren();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(onEditor).toHaveBeenCalledTimes(1);
  const another = editor();
  container.replaceChildren(another);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onEditor).toHaveBeenCalledTimes(2);

  expect(onChange).not.toHaveBeenCalled();
  read.mockResolvedValue(true);
  another.append(document.createElement('canvas'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(onChange).toHaveBeenCalledTimes(1);

  // What it stands in may go with it.
  const other = document.createElement('div');
  other.append(editor());
  container.replaceWith(other);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(onEditor).toHaveBeenCalledTimes(3);
  end.abort();
  expect(vi.getTimerCount()).toBe(0);
});
