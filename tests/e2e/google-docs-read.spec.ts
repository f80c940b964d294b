import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocsInChromium, docsInChromium, selectWords } from './harness/google-docs';

const PASSAGE = 'talked to every team that left during the trial';

let docs: DocsInChromium;
let page: Page;

beforeAll(async () => {
  docs = await docsInChromium(true);
});
afterAll(() => docs?.close());

/** A new document with some switches on, in place of the last one. */
async function open(switches: readonly string[] = [], path?: string): Promise<void> {
  await page?.close();
  page = await docs.open(switches, path);
  await page.evaluate(() => window.__docs.focus());
}

/** What the extension reads, short enough to compare: the words and where it says they stand. */
async function read() {
  const reply = await docs.read();
  if (!reply) return 'nobody answered';
  if (!reply.ok) return reply.why;
  const { exact, start, end } = reply.draft.quote;
  return { exact, start, end };
}

/** The words and their true place. */
async function truth(words: string, nth = 0) {
  const { start, end } = await page.evaluate(([text, at]) => window.__docs.find(text, at), [
    words,
    nth,
  ] as const);
  return { exact: words, start, end };
}

describe('the exact selection', () => {
  it.each([
    ['a part of a word', 'boarding from the fir'],
    ['several paragraphs', 'What I delivered\nI led the work'],
    ['list items', 'behind each bet\nAsked support for the twenty oldest tickets and closed seven'],
    ['a link', 'by eleven points. I wrote'],
    ['emoji', 'whole team 🎉 👩‍💻 and a'],
  ])('with %s in it', async (_what, words) => {
    await open();
    await selectWords(page, words);
    expect(await read()).toEqual(await truth(words));
  });

  it.each([[[]], [['copy-chip-mark']]])(
    'in and across table cells, chips and pictures, with line breaks for marks %j',
    async (switches) => {
      await open(switches);
      const selected = async (from: string, to: string) => {
        const span = await page.evaluate(
          ([first, last]) => {
            const { start } = window.__docs.find(first);
            const { end } = window.__docs.find(last);
            window.__docs.select(start, end);
            // What is blank at the end says nothing and is left out.
            return { start, end: end - (last.length - last.trimEnd().length) };
          },
          [from, to] as const,
        );
        const reply = await docs.read();
        if (!reply?.ok) throw new Error(reply?.why);
        expect(reply.draft.quote).toMatchObject(span);
        return reply.draft.quote.exact;
      };
      expect(await selected('Before', 'nine\n')).toMatch(
        /^Before\n+After\n+Days to a first report\n+nine$/,
      );
      expect(await selected('Written by', 'for the')).toBe('Written by   for the');
      expect(await selected('first page:', 'sketch')).toBe('first page:   and the sketch');
      expect(await selected('42 %', 'source)')).toBe('42 % (source)');
      expect(await selected('zero', 'space')).toBe('zero\u200bwidth space');
    },
  );
});

describe('the page answers otherwise', () => {
  it.each([
    [['shape-anchor-focus']],
    [['shape-base-extent']],
    [['shape-unknown']],
    [['no-get-selection']],
    [['selection-empty']],
    [['selection-many', 'collaborator']],
    [['selection-many-reversed', 'collaborator']],
    [['ending-mark']],
    [['private-marks']],
    [['api-live']],
    [['api-needs-flag']],
    [['api-needs-id']],
    [['no-clipboard-data']],
    [['no-clipboard-data', 'editable-empty']],
    [['copy-stops']],
    [['copy-disabled']],
    [['copy-ignores-untrusted']],
    [['copy-list-marks', 'copy-blank-lines', 'copy-crlf']],
    [['view-only']],
    [['view-only-no-editable']],
    [['no-frame']],
    [['blur-drops-selection']],
    [['tab-not-in-url']],
    [['pageless', 'collaborator']],
  ])('%s: the exact passage in its place', async (switches) => {
    await open(switches);
    await selectWords(page, PASSAGE);
    expect(await read()).toEqual(await truth(PASSAGE));
  });

  it('with a preview and another account in the address', async () => {
    await open([], '/document/u/1/d/1review/preview');
    await selectWords(page, PASSAGE);
    expect(await read()).toEqual(await truth(PASSAGE));
  });

  it.each([
    [['api-missing']],
    [['api-never']],
    [['api-slow']],
    [['api-throws']],
    [['api-rejects']],
    [['api-null']],
    [['api-missing', 'no-clipboard-data']],
    [['api-missing', 'view-only-no-editable']],
  ])('%s: the passage without a place', async (switches) => {
    await open(switches);
    await selectWords(page, PASSAGE);
    expect(await read()).toEqual({ exact: PASSAGE });
  });

  it.each([[['api-missing', 'copy-chip-mark']], [['api-missing', 'copy-crlf']]])(
    '%s: words alone, without the marks of a copy',
    async (switches) => {
      await open(switches);
      await page.evaluate(() => {
        const { start } = window.__docs.find('Written by');
        const { end } = window.__docs.find('What I delivered');
        window.__docs.select(start, end);
      });
      const chip = switches.includes('copy-chip-mark') ? ' ' : 'Ada Lopez';
      expect(await read()).toEqual({
        exact: `Written by ${chip} for the autumn review. Everything below happened since May.\nWhat I delivered`,
      });
    },
  );

  it.each([[['api-stale-once']], [['api-stale']], [['api-stale-text']]])(
    '%s: one edit behind, the passage that is selected now',
    async (switches) => {
      await open(switches);
      await selectWords(page, 'every');
      await page.evaluate(() => window.__docs.edit(1, 1, 'Something above.\n'));
      await selectWords(page, PASSAGE);
      expect(await read()).toMatchObject({ exact: PASSAGE });
    },
  );

  it('one edit behind, after typing over what was selected: nothing is', async () => {
    await open(['api-stale', 'copy-disabled']);
    await selectWords(page, 'eleven');
    await page.evaluate(() => window.__docs.type('twelve'));
    await page.evaluate(() => window.__docs.settled());
    expect(await read()).toBe('nothing-selected');
  });

  it('a selection in pieces, paragraph by paragraph', async () => {
    await open(['selection-split']);
    const words = 'What I delivered\nI led the work on onboarding';
    await selectWords(page, words);
    expect(await read()).toEqual(await truth(words));
    await page.evaluate(() => window.__docs.switches.add('copy-disabled'));
    expect(await read()).toEqual(await truth(words));
  });
});

describe('there is nothing to read', () => {
  it.each([
    [[], 'nothing-selected'],
    [['api-missing'], 'nothing-selected'],
    [['api-missing', 'no-clipboard-data'], 'nothing-selected'],
    [['selection-many', 'collaborator'], 'nothing-selected'],
    [['selection-many', 'collaborator', 'copy-disabled'], 'nothing-selected'],
    [['api-missing', 'collaborator'], 'nothing-selected'],
  ])('%j with nothing selected: %s', async (switches, why) => {
    await open(switches);
    await page.evaluate(() => window.__docs.select(40));
    await page.evaluate(() => window.__docs.settled());
    expect(await read()).toBe(why);
  });

  it.each([
    [['api-missing', 'copy-disabled'], 'copy-disabled'],
    [['api-missing', 'copy-ignores-untrusted'], 'copy-needed'],
    [['api-missing', 'no-frame'], 'copy-needed'],
    [['selection-many', 'collaborator', 'copy-ignores-untrusted'], 'copy-needed'],
    [['selection-many-reversed', 'collaborator', 'copy-disabled'], 'copy-disabled'],
  ])('%j with a passage selected: %s', async (switches, why) => {
    await open(switches);
    await selectWords(page, PASSAGE);
    await page.evaluate(() => window.__docs.settled());
    expect(await read()).toBe(why);
  });

  it('once the document has lost the keyboard, and the selection with it', async () => {
    await open(['blur-drops-selection']);
    await selectWords(page, PASSAGE);
    await page.evaluate(async () => {
      window.__docs.focus();
      await window.__docs.settled();
      window.__docs.blur();
      await window.__docs.settled();
    });
    expect(await read()).toBe('nothing-selected');
  });

  it('never takes a passage that somebody else selected', async () => {
    await open(['selection-many', 'copy-ignores-untrusted']);
    await page.evaluate(() => {
      window.__docs.select(40);
      const { start, end } = window.__docs.find('eleven points');
      window.__docs.collaborator(start, end);
    });
    await page.evaluate(() => window.__docs.settled());
    expect(await read()).toBe('nothing-selected');
  });

  it('takes the passage that the user copies when asked to', async () => {
    await open(['api-missing', 'copy-ignores-untrusted']);
    await selectWords(page, PASSAGE);
    await page.evaluate(() => window.__docs.settled());
    expect(await read()).toBe('copy-needed');
    await page.evaluate(() => window.__docs.focus());
    await page.keyboard.press('Control+c');
    expect(await read()).toEqual({ exact: PASSAGE });

    expect(await read()).toBe('copy-needed');
    await page.evaluate(() => window.__docs.focus());
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await read()).toBe('copy-needed');
  });
});

it('leaves the page as it was', async () => {
  await open(['no-clipboard-data', 'api-missing']);
  await selectWords(page, PASSAGE);
  const state = () =>
    page.evaluate(async () => {
      await window.__docs.settled();
      const frame = document.querySelector<HTMLIFrameElement>('.docs-texteventtarget-iframe');
      return {
        selection: window.__docs.selection(),
        text: window.__docs.text(),
        focused: window.__docs.focused(),
        scroll: window.__docs.scrollTop(),
        input: frame?.contentDocument?.body.innerHTML,
        body: document.body.outerHTML,
      };
    });
  const before = await state();
  expect(await read()).toEqual({ exact: PASSAGE });
  expect(await state()).toEqual(before);
  const log = await page.evaluate(() => window.__docs.log);
  expect(log.filter(({ what }) => what !== 'copy')).toEqual([]);
  expect(log.filter(({ trusted }) => trusted)).toEqual([]);
});

it('raised no error', () => {
  expect(docs.rung.watched.errors).toEqual([]);
});
