import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentKey } from '../../data/document-key';
import type { Evidence } from '../../data/evidence';
import { keyOf } from '../../data/evidence/keys';
import type { InChromium } from './harness/chromium';
import { pickerShown } from './harness/picker';
import { seededRecord } from './harness/seed';
import { type Site, serve } from './harness/serve';
import { chromiumWithTagger, paintedIn, type WithTagger } from './harness/tagger';
import { until } from './harness/until';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

const PASSAGE = 'I led the billing migration and cut support tickets.';
const OTHER = 'We wrote the options down and decided in a week.';

const page = (text: string) => `<!doctype html><meta charset="utf-8"><title>t</title>
  <h1>A page</h1><main><p id="passage">${text}</p></main><p>Something after it.</p>`;

/** A field, and what is typed into it drawn anew below it with every key. */
const PREVIEW = `<!doctype html><meta charset="utf-8"><title>t</title>
  <textarea>Notes</textarea><main></main><script>
  window.drawn = 0;
  const field = document.querySelector('textarea');
  const draw = () => {
    const [first, second] = [document.createElement('p'), document.createElement('p')];
    first.textContent = ${JSON.stringify(PASSAGE)};
    second.textContent = field.value;
    document.querySelector('main').replaceChildren(first, second);
  };
  draw();
  field.addEventListener('input', () => { window.drawn++; draw(); });
</script>`;

const style = (rules: string) => `<!doctype html><meta charset="utf-8"><style>${rules}</style>`;

/** The same text twice, for wide and for narrow windows. */
const COPIES = `${style(`@media (width > 800px) { .narrow { display: none } }
  @media (width <= 800px) { .wide { display: none } }`)}
  <p class="wide">${PASSAGE}</p><p class="narrow">${PASSAGE}</p>`;

/** Tabs by an attribute that only the page's own style sheet knows of. */
const TABS = `${style('section:not([data-active]) { display: none }')}
  <button>One</button><button>Two</button>
  <section data-active><p>Nothing of note.</p></section><section><p>${PASSAGE}</p></section>
  <script>const buttons = [...document.querySelectorAll('button')];
  const sections = document.querySelectorAll('section');
  for (const button of buttons) button.onclick = () => sections.forEach((section, index) =>
    section.toggleAttribute('data-active', buttons[index] === button));</script>`;

/** Sections of which the address names one. */
const SECTIONS = `${style('section:not(:target) { display: none }')}
  <section id="one"><p>Nothing of note.</p></section><section id="two"><p>${PASSAGE}</p></section>`;

declare global {
  interface Window {
    drawn: number;
    watched(): { frames: number; without: number; drawn: number };
  }
}

let site: Site;
let tagging: WithTagger<InChromium>;

beforeAll(async () => {
  site = await serve({
    '/one': page(PASSAGE),
    '/two': page(OTHER),
    '/around/one': page('A frame.').concat('<iframe src="/both"></iframe>'),
    '/both': page(`${PASSAGE}</p><p>${OTHER}`),
    '/preview': PREVIEW,
    '/copies': COPIES,
    '/tabs': TABS,
    '/sections': SECTIONS,
  });
  tagging = await chromiumWithTagger();
});

afterAll(async () => {
  await tagging?.close();
  await site?.close();
});

beforeEach(() => tagging.rung.storage.clear());

/** Stores evidence of a page, as if it had been tagged there. */
async function store(path: string, exact: string): Promise<Evidence> {
  const seeded = seededRecord(0);
  const source = site.url(path);
  const evidence: Evidence = {
    ...seeded,
    id: `of${path.replaceAll('/', '-')}`,
    target: {
      ...seeded.target,
      source,
      document: documentKey(source),
      selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    },
  };
  await tagging.rung.storage.set({ [keyOf(evidence)]: evidence });
  return evidence;
}

it('shows the evidence of the page a script goes to, and of the one it comes back to', async () => {
  await store('/one', PASSAGE);
  await store('/two', OTHER);
  const tab = await tagging.rung.open(site.url('/one'));
  await tagging.in(site.url('/one')).ask({ type: 'probe' });
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await tab.evaluate((text) => {
    history.pushState(null, '', '/two');
    (document.getElementById('passage') as Element).textContent = text;
  }, OTHER);
  await expect.poll(() => paintedIn(tab)).toEqual([OTHER]);

  await tab.evaluate((text) => {
    addEventListener('popstate', () => {
      (document.getElementById('passage') as Element).textContent = text;
    });
    history.back();
  }, PASSAGE);
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await tab.close();
});

it('shows in a frame that stays the evidence of the page that a script goes to around it', async () => {
  await store('/around/one', PASSAGE);
  await store('/around/two', OTHER);
  const tab = await tagging.rung.open(site.url('/around/one'));
  await tagging.in(site.url('/around/one')).ask({ type: 'probe' });
  const frame = await until('the frame is there', () => tab.frames()[1]);
  await expect.poll(() => paintedIn(frame)).toEqual([PASSAGE]);

  await tab.evaluate(() => history.pushState(null, '', '/around/two'));
  await expect.poll(() => paintedIn(frame)).toEqual([OTHER]);
  await tab.close();
});

it('keeps a passage painted in every frame of a page that draws it anew at every key', async () => {
  await store('/preview', PASSAGE);
  const tab = await tagging.rung.open(site.url('/preview'));
  await tagging.in(site.url('/preview')).ask({ type: 'probe' });
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await tab.focus('textarea');
  await tab.evaluate(watchFrames);
  await tab.keyboard.type(' and so on', { delay: 60 });
  const { drawn, frames, without } = await tab.evaluate(() => window.watched());
  expect(drawn).toBe(10);
  expect(frames).toBeGreaterThan(drawn);
  expect(without).toBe(0);
  await tab.close();
});

describe('what a page shows otherwise by its style sheets alone', () => {
  /** Opens a page with evidence. */
  async function open(path: string): Promise<Page> {
    await store(path, PASSAGE);
    const tab = await tagging.rung.open(site.url(path));
    await tagging.in(site.url(path)).ask({ type: 'probe' });
    return tab;
  }

  /** What is painted and has a place on screen. */
  const seenIn = (tab: Page) =>
    tab.evaluate(() =>
      [...CSS.highlights.values()]
        .flatMap((one) => [...one] as Range[])
        .filter((range) => range.getClientRects().length > 0)
        .map(String),
    );

  it('is followed where a window becomes narrow and wide again', async () => {
    const tab = await open('/copies');
    for (const width of [1200, 600, 1200, 600]) {
      await tab.setViewportSize({ width, height: 600 });
      await expect.poll(() => seenIn(tab)).toEqual([PASSAGE]);
    }
    await tab.close();
  });

  it('is followed where a click opens a tab, and another one again', async () => {
    const tab = await open('/tabs');
    const tagger = tagging.in(site.url('/tabs'));
    const state = () => tagger.state('of-tabs');
    for (let time = 0; time < 2; time++) {
      await expect.poll(state).toBe('orphan');
      await tab.getByRole('button', { name: 'Two' }).click();
      await expect.poll(() => seenIn(tab)).toEqual([PASSAGE]);
      await expect.poll(state).toBe('same');
      await tab.getByRole('button', { name: 'One' }).click();
    }
    await tab.close();
  });

  it('is followed where the address names another section', async () => {
    const tab = await open('/sections');
    await tab.evaluate(() => {
      location.hash = 'two';
    });
    await expect.poll(() => seenIn(tab)).toEqual([PASSAGE]);
    await tab.close();
  });
});

it('paints again what a page cleared with its own marks, once somebody does something there', async () => {
  await store('/one', PASSAGE);
  const tab = await tagging.rung.open(site.url('/one'));
  await tagging.in(site.url('/one')).ask({ type: 'probe' });
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await tab.evaluate(() => CSS.highlights.clear());
  await tab.mouse.move(300, 300);
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await tab.close();
});

/** Looks after every frame from now on whether anything is painted; runs in the page. */
function watchFrames(): void {
  const seen = { frames: 0, without: 0 };
  const look = () => {
    const ranges = [...CSS.highlights.values()].flatMap((one) => [...one]);
    seen.frames++;
    if (ranges.every(({ collapsed }) => collapsed)) seen.without++;
  };
  const frame = () => {
    // Once what was asked for before the frame has been done, and it was drawn.
    setTimeout(look);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.watched = () => ({ ...seen, drawn: window.drawn });
}

it('shows the card of a passage the pointer rests on, but not while somebody types', async () => {
  await store('/one', PASSAGE);
  const tab = await tagging.rung.open(site.url('/one'));
  await tagging.in(site.url('/one')).ask({ type: 'probe' });
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  const hosts = () => tab.evaluate(() => document.documentElement.childElementCount);
  const before = await hosts();
  const place = await tab.locator('#passage').boundingBox();
  const { x, y, height } = place ?? { x: 0, y: 0, height: 0 };

  // First the key: the pointer rests for less time than somebody is thought to be typing.
  await tab.keyboard.press('a');
  await tab.mouse.move(x + 60, y + height / 2);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await hosts()).toBe(before);

  await tab.mouse.move(x + 60, y + height + 60);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await tab.mouse.move(x + 60, y + height / 2);
  await until('the card is there', async () => (await hosts()) > before);
  await tab.close();
});

const ASKED = 3;

it('puts itself and its colours into a page only once', async () => {
  await store('/one', PASSAGE);
  const tab = await tagging.rung.open(site.url('/one'));
  const sheets = await sheetsInjectedInto(tab);
  const tagger = tagging.in(site.url('/one'));
  for (let time = 0; time < ASKED; time++) await tagger.ask({ type: 'probe' });

  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  const ranges = await tab.evaluate(() =>
    [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
  );
  expect(ranges).toBe(1);

  const worker = await tagging.rung.worker();
  const show = `chrome.tabs.query({}).then((tabs) => tabs.find((one) => one.url?.includes('/one')).id)`;
  const id: number = await worker.evaluate(show);
  const panel = await tagging.rung.extensionPage('/popup.html');
  for (let time = 0; time < 3; time++) {
    await panel.evaluate((tabId) => {
      return chrome.runtime.sendMessage({ to: 'background', type: 'show-evidence', tabId });
    }, id);
  }
  expect(sheets.length).toBe(1 + ASKED);
  await panel.close();
  await tab.close();
});

/** The style sheets put into a page: by Rung, and by the harness with each of its questions. */
async function sheetsInjectedInto(tab: Page): Promise<string[]> {
  const sheets: string[] = [];
  const session = await tab.context().newCDPSession(tab);
  session.on('CSS.styleSheetAdded', ({ header }) => {
    if (header.origin === 'injected') sheets.push(header.styleSheetId);
  });
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  return sheets;
}

it('steps aside when the extension is updated, and the one that comes after it shows the same', async () => {
  await store('/one', PASSAGE);
  const tab = await tagging.rung.open(site.url('/one'));
  await tagging.in(site.url('/one')).ask({ type: 'probe' });
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  const hosts = () => tab.evaluate(() => document.documentElement.childElementCount);
  const before = await hosts();
  const request = { view: 'refused', why: 'nothing-selected' };
  await tagging.in(site.url('/one')).ask({ type: 'show', request, box: null });
  const picker = await pickerShown(tab);
  // A page that is still loading while its extension goes away fails, and may.
  await until('the picker says what it has to say', () =>
    picker.evaluate(() => document.getElementById('app')?.textContent !== ''),
  );
  expect(await hosts()).toBe(before + 1);
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  // By themselves the ranges of the old and the new one look alike.
  await tab.evaluate(() => {
    const old = new Set<unknown>([...CSS.highlights.values()].flatMap((one) => [...one]));
    Object.assign(window, { old });
  });

  await tagging.rung.update();
  await until('other marks are in place of the old ones', () =>
    tab.evaluate(() => {
      const { old } = window as unknown as { old: Set<unknown> };
      const ranges = [...CSS.highlights.values()].flatMap((one) => [...one]);
      return ranges.length === 1 && !old.has(ranges[0]);
    }),
  );
  expect(await paintedIn(tab)).toEqual([PASSAGE]);
  expect(await hosts()).toBe(before);
  expect(errors).toEqual([]);
});
