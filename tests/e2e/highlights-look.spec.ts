import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HUES } from '../../data/hue';
import type { Confidence } from '../../data/quote';
import { highlightName, MOMENT_NAME } from '../../entrypoints/tagger/painting/names';
import type { InChromium } from './harness/chromium';
import { type Picture, readPng } from './harness/png';
import { type Site, serve } from './harness/serve';
import { chromiumWithTagger, recordOf, type WithTagger } from './harness/tagger';
import { until } from './harness/until';
import { type Area, contrastIn, line } from './support/contrast';
import { page } from './support/kept-review';

/** What text needs for most readers (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

/** Words and ground of pages that people write in. */
const PAGES = {
  'a light page': ['#1c1c1c', '#ffffff'],
  'a light page with soft words': ['#59636e', '#ffffff'],
  'a dark page': ['#e6e6e6', '#121212'],
  'a dark page with soft words': ['#9198a1', '#0d1117'],
  'a grey dark page': ['#d4d4d4', '#1e1e1e'],
  'a yellow page': ['#3a2f00', '#fff3c4'],
  'a pale blue page with blue words': ['#0b3d91', '#eaf2ff'],
  'a green page with white words': ['#ffffff', '#0b5d3b'],
} as const;
const NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[];

/** In a field the colour lies over the words too, and takes some of soft words' contrast. */
const FIELDS = NAMES.filter((name) => !name.includes('soft'));

const CONFIDENCES: readonly Confidence[] = ['same', 'edited', 'doubtful'];
const LOOKS = Array.from({ length: HUES }, (_, hue) =>
  CONFIDENCES.map((confidence) => ({ hue, confidence })),
).flat();

/** Without letters that reach into the line beneath them, which would break it. */
const SYLLABLES = 'ba ce di fo lu me no ri sa tu'.split(' ');
const WORDS = 5;

/** A word like no other of the page. */
const word = (number: number) =>
  [100, 10, 1].map((place) => SYLLABLES[Math.floor(number / place) % 10]).join('');
const lines = LOOKS.map((_, at) =>
  Array.from({ length: WORDS }, (_, n) => word(at * WORDS + n)).join(' '),
);
/** What nothing tells apart is doubtful. */
const texts = LOOKS.flatMap(({ confidence }, at) => {
  const text = lines[at] ?? '';
  return confidence === 'doubtful' ? [text, text] : [text];
});

const records = LOOKS.map(({ hue, confidence }, at) => {
  const text = lines[at] ?? '';
  const was = confidence === 'edited' ? text.replace(/(?<= )\w+(?= \w+ \w+$)/, 'earlier') : text;
  const place = texts.indexOf(text);
  const around =
    confidence === 'doubtful'
      ? { prefix: '', suffix: '' }
      : {
          prefix: `${texts.slice(0, place).join('\n')}\n`,
          suffix: `\n${texts.slice(place + 1).join('\n')}`,
        };
  return recordOf(`${at}`, { exact: was, ...around }, { hue });
});

const STYLE = `font: bold 28px/1.6 sans-serif; margin: 0; padding: 0; border: 0; outline: 0;`;
const SIZE = { width: 900, height: 1500 };

/** What browsers keep apart from the rest of a page, by where it stands in it. */
const APART = [
  ['in a paragraph', (words) => `<p>${words}</p>`],
  ['in a shadow root', (words) => `<x-host><div style="${STYLE}">${words}</div></x-host>`],
  ['in a slot', (words) => `<x-slotted><p>${words}</p></x-slotted>`],
  ['without a box', (words) => `<p><b style="display: contents">${words}</b></p>`],
  ['in a dialog', (words) => `<dialog style="top: 20em">${words}</dialog>`],
  ['in a popover', (words) => `<div popover style="inset: auto; top: 25em">${words}</div>`],
] as const satisfies [string, (words: string) => string][];

let site: Site;
let tagging: WithTagger<InChromium>;

beforeAll(async () => {
  site = await serve({
    '/text': page(`<style>* { ${STYLE} }</style>${texts.map((one) => `<p>${one}</p>`).join('')}`),
    '/field': page(`<style>* { ${STYLE} } textarea { width: 100%; height: 1400px; background: none;
      color: inherit; resize: none; display: block }</style>
      <textarea spellcheck="false">${texts.join('\n')}</textarea>`),
    '/apart':
      page(`<style>* { ${STYLE} }</style>${APART.map(([, html], at) => html(lines[at] ?? '')).join('')}
      <script>
        const [host, slotted] = document.querySelectorAll('x-host, x-slotted');
        host.attachShadow({ mode: 'open' }).append(host.querySelector('div'));
        slotted.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
        document.querySelector('dialog').show();
        document.querySelector('[popover]').showPopover();
      </script>`),
  });
  tagging = await chromiumWithTagger();
});
afterAll(async () => {
  await tagging?.close();
  await site?.close();
});

let opened = 0;

/** Opens a page in two colours, with a passage of each look painted in it. */
async function painted(path: string, [ink, ground]: readonly [string, string]) {
  const address = `${site.url(path)}?${++opened}.`;
  const tab = await tagging.rung.open(address);
  await tab.setViewportSize(SIZE);
  await tab.emulateMedia({ reducedMotion: 'reduce' });
  await tab.addStyleTag({ content: `html { color: ${ink}; background: ${ground} }` });
  const tagger = tagging.in(address);
  // A site that is allowed has its own evidence shown as it opens, in place of this.
  const report = await until('every look is painted', async () => {
    const [report] = await tagger.paint(records);
    await tab.evaluate(nextFrames);
    return (await areasIn(tab)).length === LOOKS.length ? report : null;
  });
  expect(records.map(({ id }) => report[id]?.state)).toEqual(
    LOOKS.map(({ confidence }) => confidence),
  );
  return { tab, tagger };
}

/** Runs in the page: until what is near the window is painted. */
const nextFrames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Where the passage of each look stands. */
function areasIn(tab: Page): Promise<Area[]> {
  return tab.evaluate(
    (names) =>
      names.flatMap((name) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) => {
          const { x, y, width, height } = (range as Range).getBoundingClientRect();
          return { x, y, width, height };
        }),
      ),
    LOOKS.map(({ hue, confidence }) => highlightName(hue, confidence)),
  );
}

const picture = async (tab: Page): Promise<Picture> =>
  readPng(await tab.screenshot({ scale: 'css', caret: 'hide' }));

/** The part of a line of text in which letters stand, and the one beneath them, in whole pixels. */
function partsOf({ x, y, width, height }: Area): { letters: Area; beneath: Area } {
  const part = (from: number, to: number): Area => {
    const top = Math.round(y + from * height);
    return {
      x: Math.ceil(x),
      y: top,
      width: Math.floor(width) - 1,
      height: Math.round(y + to * height) - top,
    };
  };
  return { letters: part(0.1, 0.75), beneath: part(0.86, 1) };
}

const about = ({ hue, confidence }: (typeof LOOKS)[number]) => `${confidence}, colour ${hue}`;

describe.each([
  ['text', NAMES],
  ['field', FIELDS],
] as const)('in a %s', (path, names) => {
  it.each(names)('words stay readable under every look on %s', async (name) => {
    const { tab } = await painted(`/${path}`, PAGES[name]);
    const areas = await areasIn(tab);
    const seen = await picture(tab);
    for (const [at, look] of LOOKS.entries()) {
      const { letters } = partsOf(areas[at] as Area);
      const measured = contrastIn(seen, letters);
      expect.soft(measured, about(look)).toBeGreaterThanOrEqual(READABLE);
    }
    await tab.close();
  });

  it.each(names)('looks differ by their lines alone, without colours, on %s', async (name) => {
    const { tab } = await painted(`/${path}`, PAGES[name]);
    // So that what is told apart here is told apart without seeing colours.
    await tab.addStyleTag({ content: 'html { filter: grayscale(1) }' });
    const areas = await areasIn(tab);
    const seen = await picture(tab);
    for (const [at, look] of LOOKS.entries()) {
      const pieces = line(seen, partsOf(areas[at] as Area).beneath);
      expect.soft(kindOf(pieces), `${about(look)}: ${pieces}`).toBe(look.confidence);
    }
    await tab.close();
  });

  it.each(names)('words stay readable where one was just taken to, on %s', async (name) => {
    const { tab, tagger } = await painted(`/${path}`, PAGES[name]);
    const record = records[0] as (typeof records)[number];
    // The mark stays for a moment only, and a picture may be late.
    const { seen, area } = await until('the mark is in a picture', async () => {
      await tagger.goTo(record);
      const [area] = await areasIn(tab);
      const seen = await picture(tab);
      return area && (await isMarked(tab)) ? { seen, area } : null;
    });
    expect(contrastIn(seen, partsOf(area).letters)).toBeGreaterThanOrEqual(READABLE);
    await tab.close();
  });
});

it('reaches what browsers keep apart from the rest of a page', async () => {
  const address = site.url('/apart');
  const tab = await tagging.rung.open(address);
  await tab.setViewportSize(SIZE);
  const some = APART.map(([name], at) =>
    recordOf(name, { exact: lines[at] ?? '', prefix: '', suffix: '' }, { hue: 0 }),
  );
  const areas = await until('all are painted', async () => {
    await tagging.in(address).paint(some);
    await tab.evaluate(nextFrames);
    const areas = await areasIn(tab);
    return areas.length === some.length ? areas : null;
  });
  const seen = await picture(tab);
  const inOrder = [...areas].sort((one, other) => one.y - other.y);
  const looks = inOrder.map((area) => kindOf(line(seen, partsOf(area).beneath)));
  expect(looks).toEqual(some.map(() => 'same'));
  await tab.close();
});

const isMarked = (tab: Page) =>
  tab.evaluate((name) => (CSS.highlights.get(name)?.size ?? 0) > 0, MOMENT_NAME);

/** What a line in so many pieces stands for: one piece, dashes of a few pixels, or dots. */
function kindOf(pieces: readonly number[]): Confidence | 'nothing' {
  if (pieces.length === 0) return 'nothing';
  if (pieces.length === 1) return 'same';
  const typical = [...pieces].sort((a, b) => a - b)[Math.floor(pieces.length / 2)] ?? 0;
  return typical > 3 ? 'doubtful' : 'edited';
}
