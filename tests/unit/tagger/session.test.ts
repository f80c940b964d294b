// @vitest-environment happy-dom
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { describeQuote } from '../../../data/quote';
import { Session } from '../../../entrypoints/tagger/session';
import type { PageRecord, PageReport } from '../../../entrypoints/wiring/messages';

const PASSAGE = 'I led the billing migration and cut support tickets by forty per cent.';
const NOW = PASSAGE.replace('forty', 'fifty');
const MENU = 'Menu of many things to see';

/** Set where a style sheet hides the menu, which changes what is shown and nothing in the tree. */
let narrow = false;

// What this small DOM does not know of layout, as a browser would tell it of these plain blocks.
beforeAll(() => {
  vi.stubGlobal('Highlight', class extends Set {});
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('getComputedStyle', (element: Element) => ({
    display: narrow && element.localName === 'nav' ? 'none' : 'block',
    visibility: 'visible',
    whiteSpaceCollapse: 'collapse',
    userSelect: 'auto',
    cssFloat: 'none',
    position: 'static',
    overflowX: 'visible',
    overflowY: 'visible',
    getPropertyValue: () => '',
  }));
  Object.assign(Element.prototype, { checkVisibility: () => true, scrollIntoView: () => {} });
});
afterAll(() => vi.unstubAllGlobals());

const lines = (name: string) =>
  Array.from({ length: 40 }, (_, at) => `${name} ${at} tells of ${at * 7}.`);

function paragraphs(parent: Element, texts: readonly string[]): void {
  for (const text of texts) {
    const element = document.createElement('p');
    element.append(text);
    parent.append(element);
  }
}

beforeEach(() => {
  narrow = false;
  const menu = document.createElement('nav');
  paragraphs(
    menu,
    Array.from({ length: 10 }, () => MENU),
  );
  const main = document.createElement('main');
  paragraphs(main, [...lines('Before'), NOW, ...lines('After')]);
  document.body.replaceChildren(menu, main);
});

function record(): PageRecord {
  const text = [...lines('Before'), PASSAGE, ...lines('After')].join('\n');
  const start = text.indexOf(PASSAGE);
  const quote = describeQuote(text, start, start + PASSAGE.length);
  return { id: 'one', hue: 0, quote, surface: 'page' };
}

it('tells the words of a passage after going to it, though the page had changed without a sign', async () => {
  const told: (PageReport | null)[] = [];
  const session = new Session({ onNews: (report) => told.push(report) });
  await session.show([record()]);
  narrow = true;
  await session.goTo(record());
  const report = await session.report();
  expect(report?.one).toMatchObject({ state: 'edited', quote: { exact: NOW } });
  session.dispose();
});
