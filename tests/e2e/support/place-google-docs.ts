import { expect } from 'vitest';
import '../../fixtures/google-docs/controls';
import { DOCS, drawnBoxes } from '../harness/google-docs';
import { until } from '../harness/until';
import { type AnyBrowser, type AnyTab, askBackground, showAnew } from './place-drivers';
import { type PlaceTests, tagWithKeys } from './place-tests';

const PASSAGE = 'wrote the brief, talked to every team that left';
const EDITED = PASSAGE.replace('every', 'nearly every');

/** Edges may be off by this much, CSS pixels: less than the line under the words is thick. */
const EXACT = 1.5;
const PATIENTLY = { timeout: 15_000 };

/** The tests of Google Docs, on the stand-in at its real address. */
export function inGoogleDocs(browser: AnyBrowser): PlaceTests {
  let tab: AnyTab;
  let id: string;

  return {
    async tag() {
      tab = await browser.open(DOCS);
      await ready(tab);
      const place = await tab.evaluate(async (words) => {
        const { start, end } = window.__docs.find(words);
        window.__docs.focus();
        window.__docs.select(start, end);
        await window.__docs.settled();
        return { start, end };
      }, PASSAGE);
      const record = await tagWithKeys(browser, tab);
      id = record.id;
      expect(record.target).toMatchObject({
        document: 'https://docs.google.com/document/d/1review',
        surface: 'google-docs',
        selector: [{ exact: PASSAGE }, place],
      });
    },

    async 'find again'() {
      await tab.evaluate(() => window.__docs.edit(1, 1, 'A paragraph by somebody else.\n'));
      expect(await showAnew(browser)).toEqual({ [id]: { state: 'same' } });

      await tab.evaluate(() => {
        const { start } = window.__docs.find('every team that left');
        window.__docs.edit(start, start, 'nearly ');
      });
      expect(await showAnew(browser)).toMatchObject({
        [id]: { state: 'edited', quote: { exact: EDITED } },
      });
    },

    async paint() {
      // Where its words are a document only says if the site was allowed before it opened.
      await browser.allow('docs.google.com');
      await tab.reload();
      await ready(tab);
      await expect.poll(() => boxesAreOff(tab), PATIENTLY).toBe('');
    },

    async 'go to'() {
      await tab.evaluate(async () => {
        const end = window.__docs.text().length - 1;
        window.__docs.select(end);
        await window.__docs.scrollTo(end);
      });
      expect(await tab.evaluate(isThere, PASSAGE)).toBe(false);
      expect(await askBackground(browser, { type: 'go-to', id })).toBe('there');
      await expect.poll(() => tab.evaluate(isThere, PASSAGE), PATIENTLY).toBe(true);
    },

    async end() {
      await tab?.close();
      await browser.storage.clear();
    },
  };
}

async function ready(tab: AnyTab): Promise<void> {
  await until('the document is there', () => tab.evaluate(() => Boolean(window.__docs)));
  await tab.evaluate(() => window.__docs.settled());
}

/** What is wrong with where the boxes are, `''` if nothing; the passage stands on one line. */
async function boxesAreOff(tab: AnyTab): Promise<string> {
  const boxes = await drawnBoxes(tab);
  if (boxes.length === 0) return 'nothing is drawn';
  const truth = await tab.evaluate((words) => {
    const { start, end } = window.__docs.find(words);
    return window.__docs
      .rectFor(start, end)
      .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  }, PASSAGE);
  const edges = (places: typeof truth) => [
    Math.min(...places.map(({ left }) => left)),
    Math.min(...places.map(({ top }) => top)),
    Math.max(...places.map(({ right }) => right)),
    Math.max(...places.map(({ bottom }) => bottom)),
  ];
  const wanted = edges(truth);
  const off = edges(boxes).map((edge, at) => Math.abs(edge - (wanted[at] ?? 0)));
  return off.every((one) => one <= EXACT) ? '' : `off by ${off.join(', ')}`;
}

/** Runs in the page. Whether some words are selected, and on screen. */
function isThere(words: string): boolean {
  const { start, end } = window.__docs.find(words);
  const at = window.__docs.selection();
  return at.start === start && at.end === end && window.__docs.isVisible(start);
}
