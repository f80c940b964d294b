import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageReport } from '../../data/standing';
import type { Box } from '../../entrypoints/wiring/messages/reading';
import type { InChromium } from './harness/chromium';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { chromiumWithTagger, paintedIn, recordOf, type WithTagger } from './harness/tagger';
import { until } from './harness/until';
import { storeEvidence } from './support/kept-review';

const WORDS = 'I led the billing migration and cut support tickets.';
const PART = 'billing migration';

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>t</title>${body}`;
const frame = (attributes: string) =>
  `<div style="height:120px">Above.</div>
   <iframe ${attributes} style="border:9px solid;padding:11px;width:500px;height:260px"></iframe>`;

let site: Site;
let tagging: WithTagger<InChromium>;
let opened = 0;

beforeAll(async () => {
  site = await serve({
    '/words': page(`<p>${WORDS}</p><textarea>${WORDS}</textarea>`),
    '/same': page(frame('src="/words"')),
    '/nested': page(frame('src="/same"')),
    '/srcdoc': page(frame(`srcdoc="&lt;p>${WORDS}"`)),
    '/blank': page(`${frame('id="frame"')}<script>
      frame.contentDocument.body.append('${WORDS}')</script>`),
    '/cross': page('<p>Around.</p>'),
    '/decoy': page(`<p>He led a billing migration that cut nothing.</p>${frame('src="/words"')}`),
  });
  tagging = await chromiumWithTagger();
});

afterAll(async () => {
  await tagging?.close();
  await site?.close();
});

async function open(path: string) {
  const address = `${site.url(path)}?${++opened}.`;
  return { tab: await tagging.rung.open(address), tagger: tagging.in(address) };
}

/** The frame of a page that has the words, once it has loaded. */
function frameWithWords(tab: Page): Promise<Frame> {
  return until('the frame has its words', async () => {
    for (const one of tab.frames().toReversed()) {
      const text = await one.evaluate(() => document.body?.textContent ?? '');
      if (text.includes(WORDS) && one !== tab.mainFrame()) return one;
    }
    return undefined;
  });
}

async function selectIn(inner: Frame): Promise<void> {
  await inner.locator('body').click();
  await selectText(inner, PART);
}

it.each([
  ['a frame of the same origin', '/same'],
  ['a frame in a frame', '/nested'],
  ['a srcdoc frame', '/srcdoc'],
  ['an about:blank frame', '/blank'],
])('reads and paints in %s, and knows where that is in the window', async (_what, path) => {
  const { tab, tagger } = await open(path);
  const inner = await frameWithWords(tab);
  await selectIn(inner);

  const reply = await tagger.read();
  expect(reply).toMatchObject({ ok: true, draft: { quote: { exact: PART } } });

  const { box, draft } = reply as Extract<typeof reply, { ok: true }>;
  const [expected] = await boxesOf(tab, inner);
  expect(box?.x).toBeCloseTo(expected?.x ?? -1, 0);
  expect(box?.y).toBeCloseTo(expected?.y ?? -1, 0);

  await tagger.paint([recordOf('one', draft.quote)]);
  expect(await paintedIn(inner)).toEqual([PART]);
});

it.each([
  ['a srcdoc frame', '/srcdoc'],
  ['an about:blank frame', '/blank'],
])(
  'shows the evidence in %s when the page opens, where the site is allowed',
  async (_what, path) => {
    const source = site.url(path);
    await storeEvidence(tagging.rung.storage, source, PART, { texts: [WORDS] });
    const tab = await tagging.rung.open(source);

    const inner = await frameWithWords(tab);
    await expect.poll(() => paintedIn(inner)).toEqual([PART]);
    await tagging.rung.storage.clear();
  },
);

it('reads and paints in a frame of another origin, without knowing where it stands', async () => {
  const { tab, tagger } = await open('/cross');
  await tab.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src }));
  }, site.elsewhere('/words'));
  const inner = await frameWithWords(tab);
  await selectIn(inner);

  const reply = await tagger.read();

  expect(reply).toMatchObject({ ok: true, box: null, draft: { quote: { exact: PART } } });
  const { quote } = (reply as Extract<typeof reply, { ok: true }>).draft;
  await tagger.paint([recordOf('one', quote)]);
  expect(await paintedIn(inner)).toEqual([PART]);
});

it('goes to a passage in a frame that is far down the page', async () => {
  const { tab, tagger } = await open('/same');
  const inner = await frameWithWords(tab);
  for (const one of [tab.mainFrame(), inner]) {
    await one.evaluate(() => {
      const tall = document.createElement('div');
      tall.style.height = '3000px';
      document.body.prepend(tall);
    });
  }
  const quote = { exact: PART, prefix: 'I led the ', suffix: ' and cut' };

  expect(await tagger.goTo(recordOf('one', quote))).toBe(true);

  const seen = async () => {
    const [box] = await boxesOf(tab, inner, 'u7e-m');
    return box !== undefined && box.y > 0 && box.y < (await tab.evaluate(() => innerHeight));
  };
  await expect.poll(seen).toBe(true);
});

it('says of each frame how sure it is, so that the surest can be taken', async () => {
  const { tab, tagger } = await open('/decoy');
  const inner = await frameWithWords(tab);
  const quote = { exact: `${PART} and cut`, prefix: 'I led the ', suffix: ' support tickets.' };
  const record = recordOf('one', quote);

  const reports: PageReport[] = await tagger.paint([record]);

  expect(reports.map(({ one }) => one?.state)).toContain('same');
  expect(reports[0]?.one?.state).not.toBe('same');
  expect(await paintedIn(inner)).toEqual([quote.exact]);
});

/** Where something in a frame is, in the window: its selection, or a highlight. */
async function boxesOf(tab: Page, inner: Frame, highlight?: string): Promise<Box[]> {
  const inFrame = await inner.evaluate((name) => {
    const range = name ? [...(CSS.highlights.get(name) ?? [])][0] : getSelection()?.getRangeAt(0);
    const { x, y, width, height } = (range as Range).getBoundingClientRect();
    return { x, y, width, height };
  }, highlight);
  const chain: Frame[] = [];
  for (let at = inner; at !== tab.mainFrame(); at = at.parentFrame() as Frame) chain.push(at);
  let { x, y } = inFrame;
  for (const one of chain) {
    const offset = await (await one.frameElement()).evaluate((node) => {
      const element = node as HTMLElement;
      const { left, top } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return [
        left + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft),
        top + Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.paddingTop),
      ];
    });
    x += offset[0] ?? 0;
    y += offset[1] ?? 0;
  }
  return [{ ...inFrame, x, y }];
}
