import { type Browser, browser } from 'wxt/browser';
import type { Unreached } from '../wiring/messages/reading';
import { TOP } from './top-frame';
import { within } from './within';

/**
 * After a shortcut, `activeTab` is granted a moment late: about 2 % of the calls that follow at
 * once are refused, with an error or with an answer from no frame at all, and go through 40 ms
 * later (seen in Chromium 156 under automation).
 */
const RETRY_AFTER_MS = [40, 120, 300, 600];

/**
 * How long the frames of a tab may take to let Rung in, in milliseconds. The browser answers for all
 * at once, so a single one that is busy without end would keep it out of the others.
 */
const PATIENCE_MS = 2_000;

/** A frame that Rung has come into. */
export interface InjectedFrame {
  readonly frameId: number;
}

/** The same, and what was given back there. */
interface Result extends InjectedFrame {
  readonly result?: unknown;
}

/** Not only where the page has loaded, which some never have. */
const AT_ONCE = { injectImmediately: true } as const;

/** What the tagger paints with, in the frames that have not got it yet: each call would add it again. */
export async function addColours(target: Browser.scripting.InjectionTarget): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const frames = await browser.scripting.executeScript({
    ...AT_ONCE,
    target,
    func: isFirst,
    args: [version],
  });
  const without = frames.filter(({ result }) => result);
  // One by one: where one frame has gone, the others are to have it nonetheless.
  await Promise.all(without.map(({ frameId }) => insertColours(target.tabId, frameId)));
}

async function insertColours(tabId: number, frameId: number): Promise<void> {
  const insertion = browser.scripting.insertCSS({
    target: { tabId, frameIds: [frameId] },
    files: ['/assets/highlights.css'],
    // As the page's author, Firefox paints nothing in shadow roots or over fields; as the user,
    // Chromium paints lines and leaves out the grounds beneath the words.
    origin: import.meta.env.FIREFOX ? 'USER' : 'AUTHOR',
  });
  await insertion.catch(async () => {
    const again = { ...AT_ONCE, target: { tabId, frameIds: [frameId] }, func: forgetColours };
    await browser.scripting.executeScript(again).catch(() => undefined);
  });
}

/**
 * Runs in a frame: whether this version's colours are asked for there for the first time. The
 * isolated world keeps what is noted from the page, and a new document has a new one.
 */
function isFirst(version: string): boolean {
  const world = globalThis as { [noted: symbol]: unknown };
  const coloured = Symbol.for('coloured');
  const first = world[coloured] !== version;
  world[coloured] = version;
  return first;
}

/** Runs in a frame that did not get them: they are asked for again the next time. */
function forgetColours(): void {
  delete (globalThis as { [noted: symbol]: unknown })[Symbol.for('coloured')];
}

/** The frames of a tab that Rung may reach, left as they are. */
export async function reachableFrames(tabId: number): Promise<InjectedFrame[]> {
  return (await runIn(tabId, { func: () => null }))?.frames ?? [];
}

/** The frames of a tab that Rung may reach, by whether the tagger runs there; `null` where it may reach none. */
export async function framesWithTagger(
  tabId: number,
): Promise<{ readonly with: number[]; readonly without: number[] } | null> {
  const run = await runIn(tabId, { func: hasTagger });
  if (!run || run.frames.length === 0) return null;
  const ids = (runs: boolean) =>
    run.frames.filter(({ result }) => (result === true) === runs).map(({ frameId }) => frameId);
  return { with: ids(true), without: ids(false) };
}

/** Runs in a frame: see `tagger/instance.ts`. */
function hasTagger(): boolean {
  const running = (globalThis as { [noted: symbol]: unknown })[Symbol.for('tagger')];
  return (running as AbortSignal | undefined)?.aborted === false;
}

/**
 * Puts the tagger into every frame of a tab that Rung may reach. Where it already is, it stays.
 *
 * @returns the frames reached; `null` where none is
 */
export async function inject(tabId: number): Promise<InjectedFrame[] | null> {
  const reached = await reach(tabId);
  return typeof reached === 'string' ? null : reached;
}

/** The same for whoever says to the user why no frame was reached. */
export async function reach(tabId: number): Promise<InjectedFrame[] | Unreached> {
  for (let attempt = 0; ; attempt++) {
    const wait = RETRY_AFTER_MS[attempt];
    const run = await runIn(tabId, { files: ['/tagger.js'] });
    if (!run) return 'no-answer';
    const { frames, target } = run;
    // A frame inside may be open to Rung by itself, before the page around it is.
    if (frames.some(({ frameId }) => frameId === TOP) || wait === undefined) {
      if (frames.length === 0) return 'no-access';
      await within(PATIENCE_MS, addColours(target)).catch(() => {});
      return frames;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** What is run, and where. */
interface Run {
  readonly frames: Result[];
  readonly target: Browser.scripting.InjectionTarget;
}

/**
 * Runs something in every frame of a tab, or in the top one alone where another holds that up.
 *
 * @returns no frames where the browser refuses; `null` where even the top one does not answer
 */
async function runIn(
  tabId: number,
  what: { files: ['/tagger.js'] } | { func: () => unknown },
): Promise<Run | null> {
  for (const which of [{ allFrames: true }, { frameIds: [TOP] }]) {
    const target = { tabId, ...which } as Browser.scripting.InjectionTarget;
    const running = browser.scripting.executeScript({ ...AT_ONCE, target, ...what });
    const results = await within(PATIENCE_MS, running).catch(() => []);
    if (results) {
      return { frames: results.map(({ frameId, result }) => ({ frameId, result })), target };
    }
  }
  return null;
}
