import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorRoutes } from './harness/editors';
import type { InFirefox } from './harness/firefox';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { firefoxWithTagger, paintedIn, recordOf, type WithTagger } from './harness/tagger';
import { until } from './harness/until';

/** In functions that run in an editor's page. */
declare const saved: () => string;

const WORDS = 'I led the billing migration and cut support tickets by forty per cent.';
const PASSAGE = 'I led the billing migration with two teams';

/** Editors keep what the browser says of the selection only a moment later. */
const SELECTION_MS = 250;

const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>t</title>${body}`;

let site: Site;
let tagging: WithTagger<InFirefox>;
let opened = 0;

beforeAll(async () => {
  const editors = Object.assign({}, await editorRoutes('prosemirror'), await editorRoutes('quill'));
  site = await serve(
    {
      '/page': page(`<p>Before.</p><p>${WORDS}</p><p>After.</p>`),
      '/shadow': page(`<div id="host"></div><script>
        host.attachShadow({ mode: 'open' }).innerHTML = '<p>${WORDS}</p>'</script>`),
      '/field': page('<textarea id="area" style="width:320px;height:90px"></textarea>'),
      '/line': page('<input id="line">'),
      '/frame': page('<p>Around.</p><iframe src="/page" width="600" height="200"></iframe>'),
      ...editors,
    },
    { '/npm/': 'node_modules' },
  );
  tagging = await firefoxWithTagger();
}, 120_000);

afterAll(async () => {
  await tagging?.close();
  await site?.close();
});

async function open(path: string) {
  const address = `${site.url(path)}?${++opened}.`;
  return { tab: await tagging.rung.open(address), tagger: tagging.in(address) };
}

it('reads, paints and follows a passage in a page', async () => {
  const { tab, tagger } = await open('/page');
  await selectText(tab, 'billing migration');
  const quote = await tagger.quote();
  expect(quote).toMatchObject({ exact: 'billing migration', prefix: 'Before.\nI led the ' });

  await tagger.paint([recordOf('one', quote)]);
  expect(await paintedIn(tab)).toEqual(['billing migration']);
  await tab.evaluate(() => document.body.prepend('Something new. '));
  await tab.evaluate(() => {
    const text = document.querySelectorAll('p')[1]?.firstChild as Text;
    text.replaceData(text.data.indexOf('billing'), 7, 'payment');
  });
  await expect.poll(() => paintedIn(tab)).toEqual(['payment migration']);
});

it('shows nothing in a frame any more once a script goes elsewhere in the page around it', async () => {
  const { tab, tagger } = await open('/frame');
  const inner = await until('the frame is there', () =>
    tab.frames().find((one) => one.url().endsWith('/page')),
  );
  await inner.waitForSelector('p');
  await tagger.paint([recordOf('one', { exact: 'billing migration', prefix: '', suffix: '' })]);
  await expect.poll(() => paintedIn(inner)).toEqual(['billing migration']);
  await tab.evaluate(() => history.pushState(null, '', '/elsewhere'));
  await expect.poll(() => paintedIn(inner)).toEqual([]);
});

it('reads and paints in an open shadow root', async () => {
  const { tab, tagger } = await open('/shadow');
  await tab.evaluate(() => {
    const text = document.getElementById('host')?.shadowRoot?.querySelector('p')?.firstChild;
    getSelection()?.setBaseAndExtent(text as Text, 10, text as Text, 27);
  });
  const quote = await tagger.quote();
  expect(quote.exact).toBe('billing migration');

  const before = await tab.screenshot({ encoding: 'base64' });
  await tagger.paint([recordOf('one', quote)]);
  expect(await paintedIn(tab)).toEqual(['billing migration']);
  expect(await tab.screenshot({ encoding: 'base64' })).not.toBe(before);

  await tab.evaluate(() => getSelection()?.collapseToStart());
  expect(await tagger.read()).toMatchObject({ ok: false, here: { ids: ['one'] } });
});

it.each([
  ['email', 'ines.ravi@billing.example'],
  ['number', '4219530'],
])('reads the words selected in a field of type %s, which tells no place', async (type, text) => {
  const { tab, tagger } = await open('/line');
  await tab.evaluate(
    (given, value) => {
      const line = document.getElementById('line') as HTMLInputElement;
      Object.assign(line, { type: given, value });
      line.focus();
    },
    type,
    text,
  );
  expect(await tagger.read()).toMatchObject({ ok: false, why: 'nothing-selected' });

  await tab.keyboard.press('Home');
  await tab.keyboard.down('Shift');
  for (let at = 0; at < 4; at++) await tab.keyboard.press('ArrowRight');
  await tab.keyboard.up('Shift');
  expect(await tagger.read()).toMatchObject({
    draft: { surface: 'field', quote: { exact: text.slice(0, 4), start: 0, end: 4 } },
  });
});

it('reads and paints in a text field', async () => {
  const { tab, tagger } = await open('/field');
  await tab.evaluate((words) => {
    const area = document.getElementById('area') as HTMLTextAreaElement;
    area.value = words;
    area.focus();
    area.setSelectionRange(10, 27);
  }, WORDS);
  const quote = await tagger.quote();
  expect(quote.exact).toBe('billing migration');

  const before = await tab.screenshot({ encoding: 'base64' });
  await tagger.paint([recordOf('one', quote, { surface: 'field' })]);
  expect(await paintedIn(tab)).toEqual(['billing migration']);
  expect(await tab.screenshot({ encoding: 'base64' })).not.toBe(before);

  await tab.evaluate(() => {
    (document.getElementById('area') as HTMLTextAreaElement).setSelectionRange(0, 0);
  });
  await tab.keyboard.type('Well, ');
  await expect.poll(() => paintedIn(tab)).toEqual(['billing migration']);
  expect(await tagger.state('one')).toBe('same');
});

it('reads and paints in a frame, and goes there', async () => {
  const { tab, tagger } = await open('/frame');
  const inner = await until('the frame is there', () =>
    tab.frames().find((one) => one.url().endsWith('/page')),
  );
  await selectText(inner, 'billing migration');
  const record = recordOf('one', await tagger.quote());
  expect(record.quote.exact).toBe('billing migration');

  await tagger.paint([record]);
  expect(await paintedIn(inner)).toEqual(['billing migration']);
  expect(await tagger.goTo(record)).toBe(true);
});

describe.each([
  ['ProseMirror', 'prosemirror'],
  ['Quill', 'quill'],
] as const)('in %s', (_title, name) => {
  it('follows a passage through edits, and saves nothing of its own', async () => {
    const { tab, tagger } = await open(`/${name}`);
    await until('the editor is there', () => tab.evaluate(() => typeof saved === 'function'));
    const original = await tab.evaluate(() => saved());
    await tab.focus('[contenteditable=true]');
    await selectText(tab, PASSAGE);
    const quote = await tagger.quote();
    expect(quote.exact).toBe(PASSAGE);

    await tagger.paint([recordOf('one', quote)]);
    expect(await paintedIn(tab)).toEqual([PASSAGE]);
    expect(await tab.evaluate(() => saved())).toBe(original);

    await edit(tab);
    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE.replace('two', 'three')]);
    const withRung = await tab.evaluate(() => saved());

    const without = await tagging.rung.browser.newPage();
    await without.goto(`${site.url(`/${name}`)}?without`);
    await until('the editor is there', () => without.evaluate(() => typeof saved === 'function'));
    await without.bringToFront();
    await without.focus('[contenteditable=true]');
    await edit(without);
    expect(withRung).toBe(await without.evaluate(() => saved()));
  });
});

async function edit(tab: Page): Promise<void> {
  await typeOver(tab, tab, 'In spring', 'Last spring,');
  await typeOver(tab, tab, 'two teams', 'three teams');
}

async function typeOver(tab: Page, inner: Page | Frame, text: string, typed: string) {
  await selectText(inner, text);
  // In the page, behind what its editor waits for.
  await inner.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SELECTION_MS);
  await tab.keyboard.type(typed, { delay: 5 });
}
