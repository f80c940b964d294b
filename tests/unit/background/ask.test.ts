import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ask } from '../../../entrypoints/background/ask';

const sendMessage = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockReset();
  Object.assign(browser.tabs, { sendMessage });
});
afterEach(() => vi.useRealTimers());

const QUESTIONS = [
  { to: 'tagger', type: 'probe' },
  { to: 'tagger', type: 'read', source: '', title: '', shortcuts: [] },
] as const;

it.each(QUESTIONS)('gives what the frame answers: $type', async (question) => {
  sendMessage.mockResolvedValue('answer');
  expect(await ask(1, 7, question)).toBe('answer');
  expect(sendMessage).toHaveBeenCalledWith(1, question, { frameId: 7 });
});

it.each(QUESTIONS)('gives nothing where the frame has gone: $type', async (question) => {
  sendMessage.mockRejectedValue(new Error('Could not establish connection.'));
  expect(await ask(1, 7, question)).toBeUndefined();
});

it.each(QUESTIONS)('gives nothing where the frame never answers: $type', async (question) => {
  sendMessage.mockReturnValue(new Promise(() => {}));
  const answer = ask(1, 7, question);
  await vi.runAllTimersAsync();
  expect(await answer).toBeUndefined();
});

it('has nothing shown any more once it has given up', async () => {
  sendMessage.mockReturnValue(new Promise(() => {}));
  const request = { view: 'evidence', ids: ['one'] } as const;
  const answer = ask(1, 0, { to: 'tagger', type: 'show', request, box: null });
  const [[, message] = []] = sendMessage.mock.calls;
  const before = Date.now();
  await vi.runAllTimersAsync();
  expect(await answer).toBeUndefined();
  expect(message).toMatchObject({ request, box: null });
  expect(message.until).toBeGreaterThan(before);
  expect(message.until).toBeLessThan(Date.now());
});
