import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import {
  addColours,
  framesWithTagger,
  inject,
  reach,
  reachableFrames,
} from '../../../entrypoints/background/inject';

const executeScript = vi.fn();
const insertCSS = vi.fn(async () => {});
let version = '1.0.0';

beforeEach(() => {
  vi.useFakeTimers();
  executeScript.mockReset();
  insertCSS.mockReset();
  Object.assign(browser.scripting, { executeScript, insertCSS });
  Object.assign(browser.runtime, { getManifest: () => ({ version }) });
});
afterEach(() => vi.useRealTimers());

async function injected() {
  const frames = inject(1);
  await vi.runAllTimersAsync();
  return frames;
}

const scriptsInjected = () => executeScript.mock.calls.filter(([{ files }]) => files).length;

const refused = () => executeScript.mockRejectedValueOnce(new Error('Cannot access'));
const answered = (...frameIds: number[]) =>
  executeScript.mockResolvedValueOnce(frameIds.map((frameId) => ({ frameId, result: undefined })));

it('reaches the frames of a page that lets it in', async () => {
  answered(0, 7);
  expect(await injected()).toEqual([{ frameId: 0 }, { frameId: 7 }]);
  expect(scriptsInjected()).toBe(1);
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

/** Answers for the top frame, and never where the others are asked too. */
const oneHangs = () =>
  executeScript.mockImplementation(({ target }) =>
    target.frameIds ? Promise.resolve([{ frameId: 0 }]) : new Promise(() => {}),
  );

it('comes into the top frame where another one hangs', async () => {
  oneHangs();
  expect(await injected()).toEqual([{ frameId: 0 }]);
  const reachable = reachableFrames(1);
  await vi.runAllTimersAsync();
  expect(await reachable).toEqual([{ frameId: 0 }]);
});

it('gives up where the top frame hangs too', async () => {
  executeScript.mockReturnValue(new Promise(() => {}));
  expect(await injected()).toBeNull();
});

it.each([
  ['no-answer', 'hangs', () => executeScript.mockReturnValue(new Promise(() => {}))],
  ['no-access', 'refuses', () => executeScript.mockRejectedValue(new Error('Cannot access'))],
  ['no-access', 'answers from no frame', () => executeScript.mockResolvedValue([])],
])('says %s of a page that %s', async (why, _what, always) => {
  always();
  const reached = reach(1);
  await vi.runAllTimersAsync();
  expect(await reached).toBe(why);
});

it('tells the frames where the tagger runs from those where it does not, or has ended', async () => {
  const world = globalThis as { [noted: symbol]: unknown };
  const runsIn = (noted: unknown, func: () => boolean) => {
    world[Symbol.for('tagger')] = noted;
    return func();
  };
  executeScript.mockImplementation(async ({ func }) => [
    { frameId: 0, result: runsIn(new AbortController().signal, func) },
    { frameId: 7, result: runsIn(AbortSignal.abort(), func) },
    { frameId: 8, result: runsIn(undefined, func) },
  ]);
  expect(await framesWithTagger(1)).toEqual({ with: [0], without: [7, 8] });
});

it('gives the grant that comes late the time to come', async () => {
  const start = Date.now();
  executeScript.mockImplementation(async () => {
    if (Date.now() - start < 50) throw new Error('Cannot access');
    return [{ frameId: 0, result: undefined }];
  });
  expect(await injected()).toEqual([{ frameId: 0 }]);
});

it('waits for no page to have loaded', async () => {
  answered(0);
  await injected();
  for (const [injection] of executeScript.mock.calls) {
    expect(injection).toMatchObject({ injectImmediately: true });
  }
});

describe('the colours', () => {
  type Injection = { func: (...args: string[]) => boolean; args: string[] };

  /** One document, with the world of these tests for its own. */
  beforeEach(() => {
    executeScript.mockImplementation(async ({ func, args = [] }: Injection) => [
      { frameId: 0, result: func(...args) },
    ]);
  });

  const target = { tabId: 1, allFrames: true };

  it('are put into a document once, and once more by a later version', async () => {
    version = '1.0.0';
    for (let time = 0; time < 3; time++) await addColours(target);
    expect(insertCSS).toHaveBeenCalledTimes(1);

    version = '1.0.1';
    for (let time = 0; time < 3; time++) await addColours(target);
    expect(insertCSS).toHaveBeenCalledTimes(2);
  });

  it('come to every frame that Rung comes into', async () => {
    executeScript.mockImplementation(async () => [
      { frameId: 0, result: true },
      { frameId: 7, result: true },
    ]);
    await injected();
    const calls = insertCSS.mock.calls as unknown as [{ target: unknown }][];
    expect(calls.map(([one]) => one.target)).toEqual([
      { tabId: 1, frameIds: [0] },
      { tabId: 1, frameIds: [7] },
    ]);
  });

  it('keep nobody waiting in a page that does not take them', async () => {
    executeScript.mockImplementation(({ files }) =>
      files ? Promise.resolve([{ frameId: 0 }]) : new Promise(() => {}),
    );
    expect(await injected()).toEqual([{ frameId: 0 }]);
  });

  it('are asked for again where the browser refused them', async () => {
    version = '1.0.2';
    insertCSS.mockRejectedValueOnce(new Error('Cannot access'));
    for (let time = 0; time < 3; time++) await addColours(target);
    expect(insertCSS).toHaveBeenCalledTimes(2);
  });

  it('come to a frame that is new beside one that has them, also where another has gone', async () => {
    const results = [false, true, true].map((result, frameId) => ({ frameId, result }));
    executeScript.mockResolvedValue(results);
    insertCSS.mockRejectedValueOnce(new Error('No frame with id 1.'));

    await addColours(target);

    const calls = insertCSS.mock.calls as unknown as [{ target: unknown }][];
    expect(calls.map(([one]) => one.target)).toEqual([
      { tabId: 1, frameIds: [1] },
      { tabId: 1, frameIds: [2] },
    ]);
  });
});
