import { expect } from 'vitest';
import type { Evidence } from '../../../data/evidence/record';
import { pickerFrame, pickerGone } from '../harness/picker';
import {
  type AnyBrowser,
  type AnyFrame,
  type AnyTab,
  askBackground,
  showAnew,
} from './place-drivers';
import {
  editedIn,
  frameWithDocument,
  paintedAt,
  replaceIn,
  scrollAway,
  selectIn,
} from './place-frames';
import type { Action, Place } from './places';
import { oneStored } from './stored';

/** In the second of the document's three paragraphs, with bold words in its middle. */
const PASSAGE = 'I led the billing migration with two teams';
const EDITED = PASSAGE.replace('two', 'three');

const PATIENTLY = { timeout: 10_000 };

/** The tests of one place, by their names; each goes on where the one before it ended. */
export type PlaceTests = Readonly<Record<Action, () => Promise<void>>> & {
  /** Closes what the tests opened and deletes what they stored. */
  end(): Promise<void>;
};

/**
 * Tags what is selected with real keys, and waits until the picker has gone.
 *
 * @param whileOpen called once the picker has the keyboard
 */
export async function tagWithKeys(
  browser: AnyBrowser,
  tab: AnyTab,
  whileOpen?: () => Promise<void>,
): Promise<Evidence> {
  await browser.command('tag');
  await pickerFrame(tab);
  await whileOpen?.();
  await browser.key('Enter');
  const record = await oneStored(browser.storage);
  await browser.key('Escape');
  await pickerGone(tab);
  return record;
}

/** The tests of a place that has its text in the page. */
export function inPage(browser: AnyBrowser, place: Place, address: string): PlaceTests {
  let tab: AnyTab;
  let frame: AnyFrame;
  let id: string;

  return {
    async tag() {
      tab = await browser.open(address);
      frame = await frameWithDocument(tab);
      const saved = await savedIn(tab);
      await selectIn(frame, place, PASSAGE);
      const edited = await editedIn(frame);
      const isAsBefore = async () => {
        expect(await savedIn(tab)).toBe(saved);
        expect(await editedIn(frame)).toBe(edited);
      };
      const record = await tagWithKeys(browser, tab, isAsBefore);
      await isAsBefore();
      id = record.id;
      expect(record.target).toMatchObject({
        source: address,
        surface: place.edited === 'field' ? 'field' : 'page',
        selector: [{ exact: PASSAGE, prefix: expect.stringMatching(/In spring $/) }, {}],
      });
    },

    async 'find again'() {
      await askBackground(browser, { type: 'hide-evidence' });
      await replaceIn(tab, frame, place, 'In spring', 'Last spring, after much talk,');
      expect(await showAnew(browser)).toEqual({ [id]: { state: 'same' } });

      await askBackground(browser, { type: 'hide-evidence' });
      await replaceIn(tab, frame, place, 'two teams', 'three teams');
      expect(await showAnew(browser)).toMatchObject({
        [id]: { state: 'edited', quote: { exact: EDITED } },
      });
    },

    async paint() {
      await askBackground(browser, { type: 'hide-evidence' });
      expect((await paintedAt(frame, place)).words).toBe('');
      await askBackground(browser, { type: 'show-evidence' });
      await expect
        .poll(() => paintedAt(frame, place), PATIENTLY)
        .toMatchObject({ words: EDITED, coloured: true });
    },

    async 'go to'() {
      await scrollAway(tab, frame);
      await expect.poll(async () => (await paintedAt(frame, place)).inView, PATIENTLY).toBe(false);
      expect(await askBackground(browser, { type: 'go-to', id })).toBe('there');
      await expect
        .poll(() => paintedAt(frame, place), PATIENTLY)
        .toMatchObject({ words: EDITED, inView: true });
    },

    async end() {
      await tab?.close();
      await browser.storage.clear();
    },
  };
}

/** What the editor of a page would save, `''` where the page has none. */
function savedIn(tab: AnyTab): Promise<string> {
  return tab.evaluate(() => (window as { saved?: () => string | Promise<string> }).saved?.() ?? '');
}
