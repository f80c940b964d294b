import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EarlierPlaces } from '../../../entrypoints/tagger/earlier-places';

let earlier: EarlierPlaces;

beforeEach(() => {
  vi.useFakeTimers();
  earlier = new EarlierPlaces();
});
afterEach(() => vi.useRealTimers());

/** What is answered once the clock has gone on for as long as it takes. */
async function told() {
  const answer = earlier.whenSettled();
  await vi.runAllTimersAsync();
  return answer;
}

it('knows of no place, and needs no clock, as long as the page stays where it is', async () => {
  earlier.noteAsked();
  expect(await earlier.whenSettled()).toEqual({ places: [], settled: [] });
  expect(vi.getTimerCount()).toBe(0);
});

it('knows where the page was, in order, and what was found there', async () => {
  earlier.leave('/new', ['a'], true);
  earlier.leave('/12', ['a', 'b'], true);
  expect((await told()).places).toEqual([
    { address: '/new', found: ['a'] },
    { address: '/12', found: ['a', 'b'] },
  ]);
});

it('forgets where there was nothing, but not where a passage was read, maybe to be tagged', async () => {
  earlier.leave('/list', [], false);
  earlier.noteAsked();
  earlier.leave('/new', [], false);
  earlier.leave('/list', [], false);
  expect((await told()).places).toEqual([{ address: '/new', found: [] }]);
});

it('keeps what was found where the page came by again before anything was looked for', async () => {
  earlier.leave('/new', ['a'], true);
  earlier.leave('/12', ['b'], true);
  earlier.leave('/new', [], true);
  expect((await told()).places[0]).toEqual({ address: '/new', found: ['a'] });
});

it('keeps no more than some, the latest', async () => {
  for (let at = 0; at < 50; at++) earlier.leave(`/${at}`, ['a'], true);
  const { places } = await told();
  expect(places).toHaveLength(20);
  expect(places.at(-1)?.address).toBe('/49');
});

it('says nothing before the page has settled, which another address puts off', async () => {
  const answered = vi.fn();
  earlier.leave('/new', ['a'], true);
  void earlier.whenSettled().then(answered);
  await vi.advanceTimersByTimeAsync(1_000);
  earlier.leave('/12', ['a'], true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(answered).toHaveBeenCalledOnce();
  expect(answered.mock.lastCall?.[0].places).toHaveLength(2);
});

it('remembers what the user wants where it is', async () => {
  earlier.settle([{ id: 'a', document: '/new' }]);
  earlier.settle([{ id: 'b', document: '/12' }]);
  expect((await told()).settled.map(({ id }) => id)).toEqual(['a', 'b']);
});

it('knows since when the page has its address: since it was loaded, or came there', () => {
  expect(earlier.since).toBe(performance.timeOrigin);
  vi.setSystemTime('2026-05-05T09:00:00Z');
  earlier.leave('/new', [], false);
  expect(new Date(earlier.since).toISOString()).toBe('2026-05-05T09:00:00.000Z');
});
