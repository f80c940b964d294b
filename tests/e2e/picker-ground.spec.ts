import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { pickerShown } from './harness/picker';
import { readPng } from './harness/png';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { chromiumWithTagger, type WithTagger } from './harness/tagger';
import { until } from './harness/until';
import { SETTLED } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW } from './support/kept-review';
import { THEMES } from './support/looks';

const BODY = paragraphs(REVIEW);
const PAGES = {
  '/light': page(`<style>html { background: #fff; color: #111 }</style>${BODY}`),
  '/dark': page(`<style>html { color-scheme: dark }</style>${BODY}`),
  '/dark-by-meta': page(`<meta name="color-scheme" content="dark">${BODY}`),
  '/both': page(`<style>html { color-scheme: light dark }</style>${BODY}`),
};
const PATHS = Object.keys(PAGES) as (keyof typeof PAGES)[];

/** Well inside the frame, off its rounded corner, where the picker shows no words. */
const INSIDE = 5;

let site: Site;

beforeAll(async () => {
  site = await serve(PAGES);
});
afterAll(() => site?.close());

/** Runs in the picker: takes away all that it draws, and says on what ground it drew it. */
async function drawNothing(): Promise<string> {
  const { documentElement: root, body } = document;
  const ground = getComputedStyle(root).backgroundColor;
  for (const element of [root, body]) {
    element.style.setProperty('background', 'transparent', 'important');
  }
  for (const child of body.children) (child as HTMLElement).style.visibility = 'hidden';
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return ground;
}

/** `--paper` of components/theme, whatever the page around the picker looks like. */
const PAPER = { light: 'rgb(255, 255, 255)', dark: 'rgb(25, 28, 27)' };

const cssColour = (colour: readonly number[]) => `rgb(${colour.join(', ')})`;

/*
 * What a picker has not drawn yet, while it loads and while it grows, shows the ground of its frame.
 * A picker that draws nothing at all shows it for as long as one likes to look.
 */
describe.each(THEMES)('in %s, what the picker has not drawn yet is of its own ground', (theme) => {
  describe('in Chromium', () => {
    let tagging: WithTagger<InChromium>;

    beforeAll(async () => {
      tagging = await chromiumWithTagger();
      await tagging.rung.storage.set(SETTLED);
    });
    afterAll(() => tagging?.close());

    it.each(PATHS)('on %s', async (path) => {
      const tab = await tagging.rung.open(site.url(path));
      await tab.emulateMedia({ colorScheme: theme });
      const request = { view: 'refused', why: 'nothing-selected' };
      await tagging.in(site.url(path)).ask({ type: 'show', request, box: null });
      const picker = await pickerShown(tab);
      await picker.getByText('Nothing is selected', { exact: false }).waitFor();
      const box = await (await picker.frameElement()).boundingBox();
      if (!box) throw new Error('The picker has no box.');

      const ground = await picker.evaluate(drawNothing);

      const picture = readPng(await tab.screenshot({ scale: 'css' }));
      const seen = picture.at(box.x + box.width / 2, box.y + INSIDE);
      expect([ground, cssColour(seen)]).toEqual([PAPER[theme], PAPER[theme]]);
      await tab.close();
    });
  });

  describe('in Firefox', () => {
    let rung: InFirefox;

    beforeAll(async () => {
      rung = await launchFirefox({ theme });
      await rung.storage.set(SETTLED);
    });
    afterAll(() => rung?.close());

    it.each(PATHS)('on %s', async (path) => {
      const tab = await rung.open(site.url(path));
      await selectText(tab, PASSAGE);
      await rung.command('tag');
      const picker = await pickerShown(tab);
      await until('the picker is drawn', () =>
        picker.evaluate(() => document.querySelector('[role=combobox]') !== null),
      );
      const box = await tab.evaluate(() => {
        const host = document.querySelector('html > div');
        const { x = 0, y = 0, width = 0 } = host?.getBoundingClientRect() ?? {};
        return { x, y, width };
      });

      const ground = await picker.evaluate(drawNothing);

      const picture = readPng(await tab.screenshot());
      const seen = picture.at(box.x + box.width / 2, box.y + INSIDE);
      expect([ground, cssColour(seen)]).toEqual([PAPER[theme], PAPER[theme]]);
      await rung.key('Escape');
    });
  });
});
