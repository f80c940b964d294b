import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type DocsInChromium,
  docsInChromium,
  drawnBoxes,
  type Place,
  storeEvidence,
  truePlaces,
} from './harness/google-docs';
import { pickerFrame, pickerGone } from './harness/picker';
import { SETTLED } from './support/afresh';
import { clickAt } from './support/mouse';

/** Over two lines, from the middle of a word, with bold words and a link in it. */
const PASSAGE =
  'ut the time to a first report from nine days to two, and the share of new teams that come back in their second week went up by eleven poi';
const FAR = 'Thank you for reading this far.';
const BOTH_TABS = 'I led the work on onboarding from the first interviews to the launch';

/** Edges may be off by this much, CSS pixels: less than the line under the words is thick. */
const EXACT = 1.5;
/** The width of a space in the document's font, at 100 %. */
const SPACE = 4.2;

const PATIENTLY = { timeout: 10_000 };

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

let docs: DocsInChromium;
let page: Page;

beforeAll(async () => {
  docs = await docsInChromium(true);
});
afterEach(async () => {
  await page?.close();
  await docs.rung.storage.clear();
  await docs.rung.storage.set(SETTLED);
});
afterAll(() => docs?.close());

/**
 * What is wrong with the boxes drawn over some words, if anything. A line's last space is part of
 * where the stand-in says the words are, and is not drawn over.
 */
async function wrong(words: string): Promise<string> {
  const [drawn, wanted] = await Promise.all([drawnBoxes(page), truePlaces(page, words)]);
  const zoom = await page.evaluate(() => window.__docs.zoom());
  const [is, ought] = [lines(drawn), lines(wanted)];
  if (is.length !== ought.length) return `${is.length} lines instead of ${ought.length}`;
  const bounds = { left: EXACT, top: EXACT, bottom: EXACT, right: EXACT + SPACE * zoom };
  for (const [at, one] of is.entries()) {
    for (const [side, bound] of Object.entries(bounds) as [keyof Place, number][]) {
      const off = Math.abs(one[side] - (ought[at]?.[side] ?? 0));
      if (off > bound) return `line ${at}: ${side} is off by ${off}`;
    }
  }
  return '';
}

/** Waits until the boxes are over the words. */
async function areRight(words: string): Promise<void> {
  await expect.poll(() => wrong(words), PATIENTLY).toBe('');
}

/** Puts a word into the passage, which is drawn over only once the text was read again. */
async function isFollowed(words: string, before: string): Promise<string> {
  await page.evaluate((next) => {
    const { start } = window.__docs.find(next);
    window.__docs.edit(start, start, 'almost ');
  }, before);
  const edited = words.replace(before, `almost ${before}`);
  await areRight(edited);
  return edited;
}

/** Runs of one line taken together. */
function lines(places: Place[]): Place[] {
  const byLine = new Map<number, Place>();
  for (const one of places) {
    const key = Math.round(one.top);
    const { left, top, right, bottom } = byLine.get(key) ?? one;
    byLine.set(key, {
      left: Math.min(left, one.left),
      top: Math.min(top, one.top),
      right: Math.max(right, one.right),
      bottom: Math.max(bottom, one.bottom),
    });
  }
  return [...byLine.values()];
}

it('leaves the frame that has the keyboard alone', async () => {
  page = await docs.open();
  const frames = await (await docs.rung.worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://docs.google.com/*', active: true });
    const target = { tabId: tab?.id ?? -1, allFrames: true };
    const results = await chrome.scripting.executeScript({
      target,
      func: () => [location.href, Object.hasOwn(globalThis, Symbol.for('tagger'))] as const,
    });
    return results.flatMap(({ result }) => (result ? [result] : []));
  });
  const withTagger = frames.flatMap(([address, runs]) => (runs ? [new URL(address).hostname] : []));
  const without = frames.flatMap(([address, runs]) => (runs ? [] : [address]));
  expect(withTagger).toEqual(['docs.google.com']);
  expect(without).toEqual(['about:blank']);
});

describe('boxes over the words', () => {
  it.each([0.75, 1, 1.5])('are right at zoom %d, and after scrolling', async (zoom) => {
    page = await docs.open();
    await storeEvidence(docs.rung.storage, page, PASSAGE);
    const report = await docs.show();
    expect(Object.values(report ?? {})).toEqual([{ state: 'same' }]);
    await page.evaluate((to) => window.__docs.zoom(to), zoom);
    await areRight(PASSAGE);
    await page.evaluate(() => {
      const editor = document.querySelector('.kix-appview-editor');
      editor?.scrollBy(0, 130);
    });
    await areRight(PASSAGE);
  });

  it('follow an edit above, and one in the passage', async () => {
    page = await docs.open();
    const id = await storeEvidence(docs.rung.storage, page, PASSAGE);
    await docs.show();
    await page.evaluate(() =>
      window.__docs.edit(1, 1, 'One line.\nAnother one, by somebody else.\n'),
    );
    await areRight(PASSAGE);

    const edited = PASSAGE.replace('nine days', 'almost nine days');
    await page.evaluate(() => {
      const { start } = window.__docs.find('nine days');
      window.__docs.edit(start, start, 'almost ');
    });
    await areRight(edited);
    expect((await docs.show())?.[id]).toMatchObject({ state: 'edited', quote: { exact: edited } });
  });

  it('go with the document into another editor, and follow it there', async () => {
    page = await docs.open();
    await storeEvidence(docs.rung.storage, page, PASSAGE);
    await docs.show();
    const edited = await isFollowed(PASSAGE, 'nine days');
    await page.evaluate(() => window.__docs.anotherEditor());
    await areRight(edited);
    await isFollowed(edited, 'eleven');
  });

  it('are drawn in an editor that is built anew only when the old one has gone', async () => {
    page = await docs.open();
    await storeEvidence(docs.rung.storage, page, PASSAGE);
    await docs.show();
    await isFollowed(PASSAGE, 'nine days');
    const before = await drawnBoxes(page);
    await page.evaluate(() => {
      const old = document.querySelector('.kix-appview-editor') as HTMLElement;
      const another = old.cloneNode(true) as HTMLElement;
      // What is ours is no part of what a page builds.
      another.querySelector(':scope > [class^="u7e-"]')?.remove();
      const parent = old.parentElement;
      old.remove();
      // Longer than anything that watched the old one takes to notice.
      setTimeout(() => parent?.prepend(another), 300);
    });
    await expect.poll(() => drawnBoxes(page), PATIENTLY).toEqual(before);
  });

  it('come with the page they are on, in a long document', async () => {
    page = await docs.open([], '/document/d/long/edit');
    const words = 'Paragraph 300. In week';
    await storeEvidence(docs.rung.storage, page, words);
    await docs.show();
    expect(await drawnBoxes(page)).toEqual([]);
    await page.evaluate((text) => window.__docs.scrollTo(window.__docs.find(text).start), words);
    await areRight(words);
  });

  it.each([['rects-list-marks'], ['rects-trim'], ['pageless'], ['api-stale-once']])(
    'are right with %s',
    async (name) => {
      page = await docs.open([name]);
      const words = 'Asked support for the twenty oldest tickets and closed seventeen of';
      await storeEvidence(docs.rung.storage, page, words);
      await docs.show();
      await areRight(words);
    },
  );

  it('take no room, no clicks and no part in the text', async () => {
    page = await docs.open();
    await storeEvidence(docs.rung.storage, page, PASSAGE);
    const size = () =>
      page.evaluate(() => {
        const { scrollHeight, scrollWidth } = document.querySelector(
          '.kix-appview-editor',
        ) as Element;
        return [scrollHeight, scrollWidth];
      });
    const before = await size();
    await docs.show();
    await expect.poll(() => drawnBoxes(page), PATIENTLY).not.toEqual([]);
    expect(await size()).toEqual(before);
    const hit = await page.evaluate(() => {
      const { x, y } = window.__docs.pointFor(window.__docs.find('first report').start);
      return document.elementFromPoint(x, y)?.closest('[aria-hidden=true]') ?? null;
    });
    expect(hit).toBeNull();
  });

  it('are not drawn where nothing says where the words are, and the report still is right', async () => {
    page = await docs.open(['no-rects']);
    const id = await storeEvidence(docs.rung.storage, page, PASSAGE);
    expect(await docs.show()).toEqual({ [id]: { state: 'same' } });
    expect(await drawnBoxes(page)).toEqual([]);
  });

  it('say nothing of a document that keeps its text to itself', async () => {
    page = await docs.open(['api-missing']);
    await storeEvidence(docs.rung.storage, page, PASSAGE);
    expect(await docs.show()).toEqual({});
  });

  it('show the card when the pointer rests on them', async () => {
    page = await docs.open();
    await storeEvidence(docs.rung.storage, page, PASSAGE);
    await docs.show();
    await expect.poll(() => drawnBoxes(page), PATIENTLY).not.toEqual([]);
    const { x, y } = await page.evaluate(() =>
      window.__docs.pointFor(window.__docs.find('first report').start),
    );
    await page.mouse.move(x, y - 1);
    await page.mouse.move(x, y);
    await expect
      .poll(() => page.frames().some((frame) => frame.url().includes('/picker.html')), PATIENTLY)
      .toBe(true);
  });
});

describe('the shortcut with the caret in a passage', () => {
  /** Shows the passage's evidence, puts the caret so far from the passage's start, and asks. */
  async function ask(switches: readonly string[], away: number) {
    page = await docs.open(switches);
    await storeEvidence(docs.rung.storage, page, PASSAGE);
    await docs.show();
    const from = await page.evaluate((words) => window.__docs.find(words).start, PASSAGE);
    await clickAt(
      docs.rung,
      page,
      await page.evaluate((at) => window.__docs.pointFor(at), from + away),
    );
    await expect
      .poll(() => page.evaluate(() => window.__docs.selection()), PATIENTLY)
      .toEqual({ start: from + away, end: from + away });
    await docs.rung.command('tag');
    return pickerFrame(page);
  }
  const edit = (card: Frame) => card.getByRole('button', { name: 'Edit' });

  it.each([
    [[]],
    [['no-rects']],
    [['selection-many', 'collaborator']],
    [['shape-base-extent', 'copy-disabled']],
    [['view-only']],
  ])('shows its card with %j', async (switches) => {
    const card = await ask(switches, 9);
    await edit(card).waitFor();
    await docs.rung.key('Escape');
    await pickerGone(page);
  });

  it.each([
    ['outside of it', [], -9],
    ['where the page does not tell the caret', ['selection-empty'], 9],
  ])('explains that nothing is selected %s', async (_where, switches, away) => {
    const picker = await ask(switches, away);
    await picker.getByRole('alert').getByText('Nothing is selected').waitFor();
    expect(await edit(picker).count()).toBe(0);
  });
});

describe('a tab of the document', () => {
  it('shows its own evidence only', async () => {
    page = await docs.open();
    const id = await storeEvidence(docs.rung.storage, page, BOTH_TABS);
    expect(await docs.show()).toEqual({ [id]: { state: 'same' } });
    await page.evaluate(() => window.__docs.openTab('t.1'));
    await expect.poll(() => drawnBoxes(page), PATIENTLY).toEqual([]);
    expect(await docs.show()).toEqual({});
  });
});

it('draws by itself when an allowed document opens, however late its text comes', async () => {
  page = await docs.open();
  await storeEvidence(docs.rung.storage, page, PASSAGE);
  for (const name of ['api-needs-flag', 'api-late']) {
    await page.close();
    page = await docs.open([name]);
    await areRight(PASSAGE);
  }
  expect(await page.evaluate(() => window._docs_annotate_canvas_by_ext)).toBe(
    docs.rung.extensionId,
  );
  expect(
    await page.evaluate(() => Object.keys(window).filter((key) => /flag|tagger/i.test(key))),
  ).toEqual([]);
});

describe('going to a passage', () => {
  /** Whether the passage is what is selected, and on screen. */
  const arrived = (words: string) =>
    page.evaluate((text) => {
      const { start, end } = window.__docs.find(text);
      const at = window.__docs.selection();
      return at.start === start && at.end === end && window.__docs.isVisible(start);
    }, words);

  it.each([
    [[]],
    [['selection-many', 'collaborator']],
    [['copy-disabled']],
    [['view-only']],
    [['api-stale']],
    [['api-stale-text']],
  ])('takes the user there with %s', async (switches) => {
    page = await docs.open(switches);
    const id = await storeEvidence(docs.rung.storage, page, FAR);
    await page.evaluate(() => window.__docs.edit(1, 1, 'Something new above.\n'));
    expect(await docs.goTo(id)).toBe('there');
    await expect.poll(() => arrived(FAR), PATIENTLY).toBe(true);
  });

  it('scrolls across a long document', async () => {
    page = await docs.open([], '/document/d/long/edit');
    const words = 'Paragraph 350. In week';
    const id = await storeEvidence(docs.rung.storage, page, words);
    expect(await docs.goTo(id)).toBe('there');
    await expect.poll(() => arrived(words), PATIENTLY).toBe(true);
  });

  it('goes to the tab that has the document open behind another, and opens none', async () => {
    page = await docs.open();
    const id = await storeEvidence(docs.rung.storage, page, FAR);
    const front = await docs.rung.open('about:blank');
    const inFront = async () =>
      (await docs.rung.worker()).evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        return tab?.url;
      });
    await expect.poll(inFront, PATIENTLY).not.toBe(page.url());
    const tabs = docs.rung.context.pages().length;

    expect(await docs.goTo(id)).toBe('there');

    await expect.poll(inFront, PATIENTLY).toBe(page.url());
    await expect.poll(() => arrived(FAR), PATIENTLY).toBe(true);
    expect(docs.rung.context.pages().length).toBe(tabs);
    await front.close();
  });

  it.each([[['set-selection-missing']], [['set-selection-ignored']], [['api-missing']]])(
    'says that it could not with %s',
    async (switches) => {
      page = await docs.open(switches);
      const id = await storeEvidence(docs.rung.storage, page, FAR);
      expect(await docs.goTo(id)).toBe('not-found');
    },
  );

  it('opens the document, and the tab of it that the passage is in', async () => {
    page = await docs.open([], '/document/d/1review/edit?tab=t.1');
    const id = await storeEvidence(docs.rung.storage, page, 'Where did the wizard go?', 't.1');
    await page.evaluate(() => window.__docs.openTab('t.0'));
    const opened = docs.rung.context.waitForEvent('page');
    expect(await docs.goTo(id)).toBe('there');
    const other = await opened;
    expect(other.url()).toContain('tab=t.1');
    await page.close();
    page = other;
    await expect.poll(() => arrived('Where did the wizard go?'), PATIENTLY).toBe(true);
  });
});

it('leaves a document alone in which nothing happens', async () => {
  page = await docs.open();
  await storeEvidence(docs.rung.storage, page, PASSAGE);
  await docs.show();
  await expect.poll(() => drawnBoxes(page), PATIENTLY).not.toEqual([]);
  const asked = () =>
    page.evaluate(() => window.__docs.log.filter(({ what }) => what === 'getAnnotatedText').length);
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = await asked();
        const same = now === before;
        before = now;
        return same;
      },
      { interval: 1_500, timeout: 20_000 },
    )
    .toBe(true);
});

it('raised no error', () => {
  expect(docs.rung.watched.errors).toEqual([]);
});
