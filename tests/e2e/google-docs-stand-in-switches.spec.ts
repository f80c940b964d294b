import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import '../fixtures/google-docs/controls';
import { type StandIn, standInInChromium } from '../fixtures/google-docs/in-chromium';

const README = fileURLToPath(new URL('../fixtures/google-docs/README.md', import.meta.url));

let standIn: StandIn;
beforeAll(async () => {
  standIn = await standInInChromium();
});
afterEach(() => standIn.closePages());
afterAll(() => standIn?.close());

/**
 * Everything the switches can change, looked at in one go, after one edit: the user has typed
 * "much " before "smaller", has then selected two list items backwards, and somebody else has a
 * selection too. `null` stands for what is not there.
 */
async function look(page: Page) {
  return page.evaluate(async () => {
    const docs = window.__docs;
    const at = docs.find('smaller').start;
    docs.select(at);
    docs.type('much ');
    const from = docs.find('Wrote the').start;
    const to = docs.find('Asked support').end;
    docs.select(to, from);
    docs.collaborator(60, 75);

    const wait = new Promise<'late'>((done) => setTimeout(done, 300, 'late'));
    const call = () => {
      try {
        return window._docs_annotate_getAnnotatedText?.('own').catch(() => 'rejects');
      } catch {
        return 'throws';
      }
    };
    const answer = (await Promise.race([call(), wait])) ?? null;
    const object = answer !== null && typeof answer === 'object' ? answer : null;
    const text = object?.getText() ?? '';
    const again = await Promise.race([call(), wait]);
    const textAgain = typeof again === 'object' ? (again?.getText() ?? '') : '';
    const ranges = object?.getSelection?.() ?? null;
    const relative = ranges?.map((range) =>
      Object.fromEntries(
        Object.entries(range).map(([key, n]) => [key, typeof n === 'number' ? n - from : n]),
      ),
    );
    docs.edit(1, 1, 'Draft: ');
    const follows = object?.getText().includes('Draft: ') ?? null;
    const before = docs.selection().start;
    object?.setSelection?.(9, 12);
    const moves = object?.setSelection ? docs.selection().start !== before : null;

    const shown = docs.find('Wrote the').start;
    docs.select(shown, docs.find('Asked support').end);
    const frame = document.querySelector<HTMLIFrameElement>('.docs-texteventtarget-iframe');
    const inner = frame?.contentWindow as (Window & typeof globalThis) | null | undefined;
    const editable = inner?.document.querySelector<HTMLElement>('[role=textbox]');
    const rest = editable?.textContent ?? null;
    let bubbled = false;
    inner?.document.addEventListener('copy', () => {
      bubbled = true;
    });
    const copyWith = (start: number, end: number) => {
      docs.select(start, end);
      if (!inner || !editable) return null;
      const clipboardData = new inner.DataTransfer();
      editable.dispatchEvent(
        new inner.ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData }),
      );
      return clipboardData.getData('text/plain');
    };
    const list = copyWith(shown, docs.find('Asked support').end);
    const written = editable?.textContent ?? null;
    const chip = copyWith(docs.find('Written by').start, docs.find(' for the autumn').start);
    const notice = document.querySelector<HTMLElement>('.docs-butterbar')?.hidden === false;

    docs.focus();
    await docs.settled();
    docs.blur();
    const kept = docs.selection().end > docs.selection().start;
    await docs.settled();
    const labels = [...document.querySelectorAll('rect[aria-label]')].map((one) => one.ariaLabel);
    return {
      answer: object ? 'object' : answer,
      ranges: relative ?? null,
      stale: object ? !text.includes('much smaller') : null,
      staleAgain: object ? !textAgain.includes('much smaller') : null,
      ending: text.endsWith('\n\u0003\n'),
      marks: text.includes('\u0010') ? 'control' : text.includes('\ue001') ? 'private' : null,
      follows,
      moves,
      editable: editable?.getAttribute('contenteditable') ?? null,
      rest,
      list,
      chip,
      written: written !== rest,
      bubbled,
      notice,
      kept,
      typed: docs.text().includes('much smaller'),
      mode: document.querySelector('#docs-toolbar-mode-switcher')?.textContent,
      pages: document.querySelectorAll('.kix-page-paginated').length > 0,
      labels: labels.length > 0,
      markers: labels.includes('●'),
      spaces: labels.some((label) => label?.endsWith(' ')),
      tab: new URL(location.href).searchParams.get('tab'),
      others: document.querySelectorAll('.kix-cursor-name').length,
    };
  });
}

type Looks = Awaited<ReturnType<typeof look>>;

/** From the first list item's start: its length with the newline, and "Asked support" behind it. */
const FIRST = 'Wrote the roadmap for two quarters and gave the reason behind each bet\n'.length;
const BOTH = FIRST + 'Asked support'.length;
const own = { start: 0, end: BOTH };
const lines =
  'Wrote the roadmap for two quarters and gave the reason behind each bet\nAsked support';

const PLAIN: Looks = {
  answer: 'object',
  ranges: [own],
  stale: false,
  staleAgain: false,
  ending: false,
  marks: 'control',
  follows: false,
  moves: true,
  editable: 'true',
  rest: '\u200b',
  list: lines,
  chip: 'Written by Ada Lopez',
  written: false,
  bubbled: true,
  notice: false,
  kept: true,
  typed: true,
  mode: 'Editing',
  pages: true,
  labels: true,
  markers: false,
  spaces: true,
  tab: 't.0',
  others: 1,
};

/** What is not there when there is no answer. */
const none = {
  ranges: null,
  stale: null,
  staleAgain: null,
  marks: null,
  follows: null,
  moves: null,
};
const index = expect.any(Number);
/** A stale selection is the caret that typed, somewhere before. */
const caret = ({ ranges }: Looks) => [{ start: ranges?.[0]?.start, end: ranges?.[0]?.start }];
/** Somebody else's fifteen characters. */
const other = (range?: Looks['ranges'] extends (infer R)[] | null ? R : never) => {
  const start = Number(range?.start);
  return { start, end: start + 15 };
};
const differs: Record<string, (looks: Looks) => { [K in keyof Looks]?: unknown }> = {
  'api-missing': () => ({ answer: null, ...none }),
  'api-never': () => ({ answer: 'late', ...none }),
  'api-slow': () => ({ answer: 'late', ...none }),
  'api-throws': () => ({ answer: 'throws', ...none }),
  'api-rejects': () => ({ answer: 'rejects', ...none }),
  'api-null': () => ({ answer: null, ...none }),
  'api-needs-id': () => ({ answer: 'rejects', ...none }),
  'api-stale': (looks) => ({ stale: true, staleAgain: true, ranges: caret(looks) }),
  'api-stale-once': (looks) => ({ stale: true, ranges: caret(looks) }),
  'api-stale-text': () => ({ stale: true, staleAgain: true }),
  'api-live': () => ({ follows: true }),
  'shape-anchor-focus': () => ({ ranges: [{ anchor: BOTH, focus: 0 }] }),
  'shape-base-extent': () => ({ ranges: [{ base: BOTH, extent: 0 }] }),
  'shape-unknown': () => ({ ranges: [{ from: { index }, to: { index } }] }),
  'no-get-selection': () => ({ ranges: null }),
  'selection-empty': () => ({ ranges: [] }),
  'selection-split': () => ({
    ranges: [
      { start: 0, end: FIRST },
      { start: FIRST, end: BOTH },
    ],
  }),
  'selection-many': ({ ranges }) => ({ ranges: [own, other(ranges?.[1])] }),
  'selection-many-reversed': ({ ranges }) => ({ ranges: [other(ranges?.[0]), own] }),
  'set-selection-missing': () => ({ moves: null }),
  'set-selection-ignored': () => ({ moves: false }),
  'ending-mark': () => ({ ending: true }),
  'private-marks': () => ({ marks: 'private' }),
  'copy-disabled': () => ({ list: '', chip: '', notice: true }),
  'copy-ignores-untrusted': () => ({ list: '', chip: '' }),
  'copy-stops': () => ({ bubbled: false }),
  'no-clipboard-data': () => ({ list: '', chip: '', written: true }),
  'copy-list-marks': () => ({ list: `* ${lines.replace('\n', '\n* ')}` }),
  'copy-blank-lines': () => ({ list: lines.replace('\n', '\n\n') }),
  'copy-crlf': () => ({ list: lines.replace('\n', '\r\n') }),
  'copy-chip-mark': () => ({ chip: 'Written by \ue907' }),
  'editable-empty': () => ({ rest: '' }),
  'view-only': () => ({ mode: 'Viewing', typed: false, stale: true, staleAgain: true }),
  'view-only-no-editable': () => ({
    mode: 'Viewing',
    typed: false,
    stale: true,
    staleAgain: true,
    editable: 'false',
  }),
  'no-frame': () => ({ editable: null, rest: null, list: null, chip: null, bubbled: false }),
  'blur-drops-selection': () => ({ kept: false }),
  'tab-not-in-url': () => ({ tab: null }),
  pageless: () => ({ pages: false }),
  collaborator: () => ({ others: 2 }),
  'no-rects': () => ({ labels: false, spaces: false }),
  'rects-list-marks': () => ({ markers: true }),
  'rects-trim': () => ({ spaces: false }),
};

describe('a switch changes what it says and nothing else', () => {
  test('(without any)', async () => {
    expect(await look(await standIn.open({ flag: true }))).toEqual(PLAIN);
  });

  test.each(Object.keys(differs))('%s', async (name) => {
    const looks = await look(await standIn.open({ flag: true, switches: [name] }));
    const change = differs[name]?.(looks) ?? {};
    expect(looks).toEqual({ ...PLAIN, ...change });
    expect(looks).not.toEqual(PLAIN);
  });
});

describe('switches that take other circumstances', () => {
  test('api-needs-flag', async () => {
    const there = (page: Page) => page.evaluate(() => '_docs_annotate_getAnnotatedText' in window);
    const switches = ['api-needs-flag'];
    expect(await there(await standIn.open({ switches }))).toBe(false);
    expect(await there(await standIn.open({ switches, flag: true }))).toBe(true);
  });

  test('api-late', async () => {
    const page = await standIn.open({ switches: ['api-late'] });
    await page.waitForFunction(() => window._docs_annotate_getAnnotatedText);
  });

  test('pageless tiles overlap', async () => {
    const page = await standIn.open({ switches: ['pageless'], flag: true });
    const tiles = await page.evaluate(() =>
      [...document.querySelectorAll('.kix-rotatingtilemanager-content > canvas')].map((tile) => {
        const { top, bottom } = tile.getBoundingClientRect();
        return { top, bottom };
      }),
    );
    expect(tiles.length).toBeGreaterThan(1);
    expect(tiles[1]?.top).toBeLessThan(tiles[0]?.bottom ?? 0);
  });

  test('every switch is tried here and told in the README', async () => {
    const page = await standIn.open();
    const known = await page.evaluate(() => [...window.__docs.known].sort());
    const tried = [...Object.keys(differs), 'api-needs-flag', 'api-late'].sort();
    const told = [...readFileSync(README, 'utf8').matchAll(/^- `([a-z-]+)` /gm)].map(
      (one) => one[1],
    );
    expect(tried).toEqual(known);
    expect(told.sort()).toEqual(known);
    await expect(page.evaluate(() => window.__docs.switches.add('no-such'))).rejects.toThrow();
  });
});
