import { type Browser, browser } from 'wxt/browser';

/**
 * After a shortcut, `activeTab` is granted a moment late: about 2 % of the calls that follow at
 * once are refused, with an error or with an answer from no frame at all, and go through 40 ms
 * later (seen in Chromium 156 under automation).
 */
const RETRY_AFTER_MS = [40, 120, 300, 600];

/** A frame that Rung has come into. */
export interface InjectedFrame {
  readonly frameId: number;
}

/** What the tagger paints with, in the frames that have not got it yet: each call would add it again. */
export async function addColours(target: Browser.scripting.InjectionTarget): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const frames = await browser.scripting.executeScript({ target, func: isFirst, args: [version] });
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
  await insertion.catch(() => undefined);
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

/** The frames of a tab that Rung may reach, left as they are. */
export async function reachableFrames(tabId: number): Promise<InjectedFrame[]> {
  try {
    const target = { tabId, allFrames: true };
    return await browser.scripting.executeScript({ target, func: () => null });
  } catch {
    return [];
  }
}

/**
 * Puts the tagger into every frame of a tab that Rung may reach. Where it already is, it stays.
 *
 * @returns the frames reached; `null` where the page does not let extensions in
 */
export async function inject(tabId: number): Promise<InjectedFrame[] | null> {
  const target = { tabId, allFrames: true };
  for (let attempt = 0; ; attempt++) {
    const wait = RETRY_AFTER_MS[attempt];
    const frames = await injectedInto(target);
    // A frame inside may be open to Rung by itself, before the page around it is.
    if (frames.some(({ frameId }) => frameId === 0) || wait === undefined) {
      if (frames.length === 0) return null;
      await addColours(target).catch(() => {});
      return frames;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function injectedInto(target: Browser.scripting.InjectionTarget): Promise<InjectedFrame[]> {
  try {
    const results = await browser.scripting.executeScript({ target, files: ['/tagger.js'] });
    return results.map(({ frameId }) => ({ frameId }));
  } catch {
    return [];
  }
}
