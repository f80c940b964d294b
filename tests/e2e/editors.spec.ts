import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { editorRoutes } from './harness/editors';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { chromiumWithTagger, paintedIn, recordOf, type WithTagger } from './harness/tagger';
import { until } from './harness/until';

/** In functions that run in an editor's page. */
declare const saved: () => string | Promise<string>;

const PASSAGE = 'I led the billing migration with two teams';

/** Editors keep what the browser says of the selection only a moment later. */
const SELECTION_MS = 250;

/** Steps back through what was typed; more than any editor makes of it. */
const UNDO_STEPS = 12;

const EDITORS = [
  ['ProseMirror', 'prosemirror'],
  ['Quill', 'quill'],
  ['TinyMCE', 'tinymce'],
  ['Slate', 'slate'],
  ['Lexical', 'lexical'],
  ['CodeMirror', 'codemirror'],
  ['Editor.js', 'editorjs'],
  ['a page of nested editable leaves', 'nested-leaves'],
] as const;

let site: Site;
let tagging: WithTagger<InChromium>;

beforeAll(async () => {
  const routes = [];
  for (const [, name] of EDITORS) routes.push(await editorRoutes(name));
  site = await serve(Object.assign({}, ...routes), { '/npm/': 'node_modules' });
  tagging = await chromiumWithTagger();
}, 180_000);

afterAll(async () => {
  await tagging?.close();
  await site?.close();
});

describe.each(EDITORS)('in %s', (_title, name) => {
  it('tags a passage, follows it through edits and undo, and saves nothing of its own', async () => {
    const address = site.url(`/${name}?with`);
    const tagger = tagging.in(address);
    const tab = await tagging.rung.open(address);
    const inner = await editable(tab);
    const original = await tab.evaluate(() => saved());

    await focusAndSelect(inner, PASSAGE);
    const quote = await tagger.quote();
    expect(quote.exact).toBe(PASSAGE);
    expect(quote.prefix).toMatch(/Before the passage stands some text\.\s+(?:\d\s+)?In spring $/);
    await tagger.paint([recordOf('one', quote)]);
    expect(await paintedIn(inner)).toEqual([PASSAGE]);
    expect(await tab.evaluate(() => saved())).toBe(original);

    await typeOver(tab, inner, 'In spring', 'Last spring, after much talk,');
    await expect.poll(() => paintedIn(inner)).toEqual([PASSAGE]);

    await typeOver(tab, inner, 'two teams', 'three teams');
    await expect.poll(() => paintedIn(inner)).toEqual([PASSAGE.replace('two', 'three')]);

    await undoUntil(tab, original);
    await expect.poll(() => paintedIn(inner)).toEqual([PASSAGE]);

    await edit(tab, inner);
    const withRung = await tab.evaluate(() => saved());
    await tab.close();
    expect(withRung).toBe(await savedWithoutRung(name));
  });
});

/** The same edits in the same editor, in a page that Rung never was in. */
async function savedWithoutRung(name: string): Promise<string> {
  const tab = await tagging.rung.open(site.url(`/${name}?without`));
  const inner = await editable(tab);
  const original = await tab.evaluate(() => saved());
  await focusAndSelect(inner, PASSAGE);
  await typeOver(tab, inner, 'In spring', 'Last spring, after much talk,');
  await typeOver(tab, inner, 'two teams', 'three teams');
  await undoUntil(tab, original);
  await edit(tab, inner);
  const document = await tab.evaluate(() => saved());
  await tab.close();
  return document;
}

async function edit(tab: Page, inner: Page | Frame): Promise<void> {
  await typeOver(tab, inner, 'some text', 'a lot of text');
  await typeOver(tab, inner, 'billing', 'payment');
}

/** Where the editable is: the page, or a frame of the editor's. */
function editable(tab: Page): Promise<Page | Frame> {
  return until('the editor holds its document', async () => {
    for (const one of [...tab.frames()].reverse()) {
      const text = await one.locator('[contenteditable=true]').allTextContents();
      const ready = await tab.evaluate(() => typeof saved === 'function');
      if (ready && text.some((part) => part.includes('about another matter'))) return one;
    }
    return undefined;
  });
}

async function focusAndSelect(inner: Page | Frame, text: string): Promise<void> {
  await inner
    .getByText(text.split(' ')[0] as string)
    .first()
    .click();
  await selectText(inner, text);
  // In the page, behind what its editor waits for.
  await inner.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SELECTION_MS);
}

/** Selects a text and types another in its place, with real key events. */
async function typeOver(
  tab: Page,
  inner: Page | Frame,
  text: string,
  typed: string,
): Promise<void> {
  await selectText(inner, text);
  // In the page, behind what its editor waits for.
  await inner.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SELECTION_MS);
  await tab.keyboard.type(typed, { delay: 5 });
}

async function undoUntil(tab: Page, original: string): Promise<void> {
  for (let step = 0; step < UNDO_STEPS; step++) {
    if ((await tab.evaluate(() => saved())) === original) return;
    await tab.keyboard.press('Control+z');
  }
  expect(await tab.evaluate(() => saved())).toBe(original);
}
