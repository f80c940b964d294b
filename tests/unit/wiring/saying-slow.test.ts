import { beforeEach, expect, it, vi } from 'vitest';
import { SLOW_MS, sayingSlow } from '../../../entrypoints/wiring/view/saying-slow';
import { noticeBoard } from '../support/notices';

const GOING = { text: 'Moving…', goesOn: true };

let finish: (end: 'done' | Error) => void;
const work = () =>
  new Promise((resolve, reject) => {
    finish = (end) => (end === 'done' ? resolve(end) : reject(end));
  });

beforeEach(() => void vi.useFakeTimers());

it('says nothing of what is done in a moment', async () => {
  const { said, say } = noticeBoard();
  const going = sayingSlow(GOING.text, say, work);
  vi.advanceTimersByTime(SLOW_MS - 1);
  finish('done');
  expect(await going).toBe('done');
  vi.advanceTimersByTime(SLOW_MS);
  expect(said).toEqual([]);
});

it('says that work goes on until it is done', async () => {
  const { said, say } = noticeBoard();
  const going = sayingSlow(GOING.text, say, work);
  vi.advanceTimersByTime(SLOW_MS);
  expect(said).toEqual([GOING]);
  finish('done');
  expect(await going).toBe('done');
  expect(said).toEqual([GOING, null]);
});

it('takes away its own words alone', async () => {
  const { said, say } = noticeBoard();
  const going = sayingSlow(GOING.text, say, work);
  vi.advanceTimersByTime(SLOW_MS);
  say({ text: 'Copied' });
  finish('done');
  await going;
  expect(said.at(-1)).toEqual({ text: 'Copied' });
});

it('brings back what was said before it, but for other work that goes on', async () => {
  const { said, say } = noticeBoard();
  const deleted = { text: 'Deleted', action: { label: 'Undo', run: () => undefined } };
  say(deleted);
  const first = sayingSlow(GOING.text, say, work);
  const end = finish;
  vi.advanceTimersByTime(SLOW_MS);
  end('done');
  await first;
  expect(said).toEqual([deleted, GOING, deleted]);

  const slow = sayingSlow(GOING.text, say, work);
  const endSlow = finish;
  vi.advanceTimersByTime(SLOW_MS);
  const other = sayingSlow('Undoing…', say, work);
  vi.advanceTimersByTime(SLOW_MS);
  endSlow('done');
  await slow;
  expect(said.at(-1)).toMatchObject({ text: 'Undoing…' });
  finish('done');
  await other;
  expect(said.at(-1)).toBeNull();
});

it('ends with work that fails, as that does', async () => {
  const { said, say } = noticeBoard();
  const going = sayingSlow(GOING.text, say, work);
  vi.advanceTimersByTime(SLOW_MS);
  finish(new Error('disk'));
  await expect(going).rejects.toThrow('disk');
  expect(said).toEqual([GOING, null]);
});
