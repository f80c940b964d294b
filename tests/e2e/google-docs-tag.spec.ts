import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  DOCS,
  type DocsInChromium,
  docsInChromium,
  selectWords,
  storeEvidence,
} from './harness/google-docs';
import { pickerFrame, pickerGone, pickerShown } from './harness/picker';
import { type Site, serve } from './harness/serve';
import { closeViews, SETTLED } from './support/afresh';
import { copyByHand, PASTE_PAGE, PASTE_PATH, pasteInto } from './support/clipboard';
import { oneStored, storedEvidence } from './support/stored';

const PASSAGE = 'cut the time to a first report from nine days to two, and the share of new';
const IN_NOTES = 'I had my first report before my coffee was cold.';
const PATIENTLY = { timeout: 10_000 };

let docs: DocsInChromium;
let site: Site;
let page: Page;

beforeAll(async () => {
  site = await serve({ [PASTE_PATH]: PASTE_PAGE });
  docs = await docsInChromium(false);
});
afterEach(async () => {
  await closeViews(docs.rung);
  await page?.close();
  await docs.rung.storage.clear();
  await docs.rung.storage.set(SETTLED);
});
afterAll(async () => {
  await docs?.close();
  await site?.close();
});

/** What the stand-in was asked for and by whom, and what it was left as. */
function account() {
  return page.evaluate(() => {
    const { log } = window.__docs;
    return {
      byHand: log.filter(({ trusted }) => trusted === true).length,
      touched: log.filter(({ what }) => what === 'setSelection' || what === 'edit').length,
      ids: [...new Set(log.filter(({ what }) => what === 'getAnnotatedText').map(({ id }) => id))],
      selection: window.__docs.selection(),
    };
  });
}

async function save(picker: Frame): Promise<void> {
  expect(await picker.locator('body').textContent()).toContain(PASSAGE);
  await docs.rung.key('Enter');
}

describe('with the shortcut and real keys', () => {
  it('goes on behind the tagged passage by its keys', async () => {
    const { rung } = docs;
    page = await docs.open();
    await selectWords(page, PASSAGE);
    await rung.command('tag');
    const picker = await pickerFrame(page);
    await save(picker);
    await picker.locator('.saved:focus').waitFor();
    await rung.key('ArrowRight');
    await pickerGone(page);
    const { start, end } = (await account()).selection;
    expect(start).toBe(end);
    await rung.display.type(' too');
    await expect
      .poll(() => page.evaluate(() => window.__docs.text()), PATIENTLY)
      .toContain(`${PASSAGE} too`);
  });

  it('tags the selection to the letter and touches nothing', async () => {
    const { rung } = docs;
    page = await docs.open();
    await selectWords(page, PASSAGE);
    const { selection } = await account();

    await rung.command('tag');
    await save(await pickerFrame(page));

    const { target } = await oneStored(rung.storage);
    const text = await page.evaluate(() => window.__docs.text());
    const { start, end } = selection;
    expect(target).toMatchObject({
      source: `${DOCS}?tab=t.0`,
      document: 'https://docs.google.com/document/d/1review',
      title: 'Self-review',
      surface: 'google-docs',
      selector: [{ exact: PASSAGE }, { start, end }],
    });
    const [{ prefix, suffix }] = target.selector;
    expect(prefix).toMatch(/first interviews to the launch in September\. We $/);
    expect(text.startsWith(suffix, end)).toBe(true);
    await pickerGone(page);
    expect(await account()).toEqual({
      byHand: 0,
      touched: 0,
      ids: [rung.extensionId],
      selection,
    });
  });

  it('names the tab, and the document alike from every address', async () => {
    const { rung } = docs;
    page = await docs.open([], '/document/u/1/d/1review/preview?tab=t.1#heading=h.2');
    await selectWords(page, IN_NOTES);
    await rung.command('tag');
    await pickerFrame(page);
    await rung.key('Enter');
    const { target } = await oneStored(rung.storage);
    expect(target).toMatchObject({
      document: 'https://docs.google.com/document/d/1review',
      selector: [{ exact: IN_NOTES }, {}],
    });
    expect(target.source).toContain('tab=t.1');
  });

  it('says that nothing is selected', async () => {
    page = await docs.open();
    await docs.rung.command('tag');
    const picker = await pickerFrame(page);
    await expect.poll(() => picker.getByRole('alert').textContent()).toMatch(/Select/);
    await docs.rung.key('Escape');
    await pickerGone(page);
  });

  it('tags where the selection would go with the keyboard, which the picker takes', async () => {
    page = await docs.open(['blur-drops-selection']);
    await selectWords(page, PASSAGE);
    await docs.rung.command('tag');
    await save(await pickerFrame(page));
    const { target } = await oneStored(docs.rung.storage);
    expect(target.selector).toMatchObject([{ exact: PASSAGE }, {}]);
  });

  it('asks for a copy where the page gives nothing away, and then has it', async () => {
    const { rung } = docs;
    page = await docs.open(['api-missing', 'copy-ignores-untrusted']);
    await selectWords(page, PASSAGE);
    await page.evaluate(() => window.__docs.settled());
    await rung.command('tag');
    const refusal = await pickerFrame(page);
    expect(await refusal.getByRole('alert').textContent()).toMatch(/Copy the passage/);
    await rung.key('Escape');
    await pickerGone(page);
    await expect.poll(() => page.evaluate(() => window.__docs.focused()), PATIENTLY).toBe(true);

    await rung.key('Control+c');
    await expect.poll(async () => (await account()).byHand, PATIENTLY).toBe(1);
    await rung.command('tag');
    await save(await pickerFrame(page));
    const { target } = await oneStored(rung.storage);
    expect(target.selector).toEqual([
      { type: 'TextQuoteSelector', exact: PASSAGE, prefix: '', suffix: '' },
    ]);
  });
});

describe('with a button', () => {
  it('of the toolbar popup, which leaves the selection where it is', async () => {
    page = await docs.open();
    await selectWords(page, PASSAGE);
    const popup = await docs.rung.clickIcon(page);
    await popup.getByRole('button', { name: 'Tag the selection' }).click();
    await save(await pickerFrame(page));
    const { target } = await oneStored(docs.rung.storage);
    expect(target.selector[0].exact).toBe(PASSAGE);
  });

  it('of the side panel, while the document has lost the keyboard', async () => {
    page = await docs.open();
    await selectWords(page, PASSAGE);
    const panel = await docs.rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await page.evaluate(() => window.__docs.blur());
    await panel.getByRole('button', { name: 'Tag the selection' }).click();
    await panel.getByText(PASSAGE).waitFor();
    await panel.getByRole('combobox', { name: 'Which sub-skill?' }).press('Enter');
    await panel.getByText('Tagged as ').waitFor();
    const { target } = await oneStored(docs.rung.storage);
    expect(target.selector[0].exact).toBe(PASSAGE);
  });
});

describe('where the selection goes when the document loses the keyboard', () => {
  /** Reads the refusal in the page: the panel has the keyboard, and nobody types into the picker. */
  const explained = async () => {
    const picker = await pickerShown(page);
    await expect
      .poll(() => picker.getByRole('alert').textContent())
      .toMatch(/^Nothing is selected/);
    expect(await storedEvidence(docs.rung.storage)).toEqual([]);
  };

  it('the button of the toolbar popup explains itself', async () => {
    page = await docs.open(['blur-drops-selection']);
    await selectWords(page, PASSAGE);
    const popup = await docs.rung.clickIcon(page);
    await page.evaluate(() => window.__docs.blur());
    await popup.getByRole('button', { name: 'Tag the selection' }).click();
    await explained();
  });

  it('the button of the side panel explains itself', async () => {
    page = await docs.open(['blur-drops-selection']);
    await selectWords(page, PASSAGE);
    const panel = await docs.rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await page.evaluate(() => window.__docs.blur());
    await panel.getByRole('button', { name: 'Tag the selection' }).click();
    await panel.getByText(/^Nothing is selected/).waitFor();
    expect(await storedEvidence(docs.rung.storage)).toEqual([]);
  });
});

describe("the system's clipboard", () => {
  const SENTINEL = 'something else that was copied before';
  const onClipboard = async () => (await pasteInto(docs.rung, site)).text;

  it.each([
    ['told by the page', []],
    ['copied into a store', ['api-missing']],
    ['written into the hidden element', ['api-missing', 'no-clipboard-data']],
    ['told by a page that forbids copying', ['copy-disabled']],
  ])('is as it was after a passage is tagged that is %s', async (_how, switches) => {
    const { rung } = docs;
    await copyByHand(rung, site, SENTINEL);
    page = await docs.open(switches);
    await selectWords(page, PASSAGE);
    await rung.command('tag');
    await save(await pickerFrame(page));
    const { target } = await oneStored(rung.storage);
    expect(target.selector[0].exact).toBe(PASSAGE);
    expect(await onClipboard()).toBe(SENTINEL);
  });

  it('holds the passage only once the user has copied it, as asked to', async () => {
    const { rung } = docs;
    await copyByHand(rung, site, SENTINEL);
    page = await docs.open(['api-missing', 'copy-ignores-untrusted']);
    await selectWords(page, PASSAGE);
    await page.evaluate(() => window.__docs.settled());
    await rung.command('tag');
    await pickerFrame(page);
    expect(await onClipboard()).toBe(SENTINEL);

    await page.bringToFront();
    await page.evaluate(() => window.__docs.focus());
    await rung.key('Control+c');
    await expect.poll(async () => (await account()).byHand, PATIENTLY).toBe(1);
    expect(await onClipboard()).toBe(PASSAGE);
  });
});

it('goes to a passage from the panel', async () => {
  page = await docs.open();
  const words = 'Thank you for reading this far.';
  await storeEvidence(docs.rung.storage, page, words);
  const panel = await docs.rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Go to the passage' }).first().click();
  const arrived = () =>
    page.evaluate((text) => {
      const { start, end } = window.__docs.find(text);
      const at = window.__docs.selection();
      return at.start === start && at.end === end && window.__docs.isVisible(start);
    }, words);
  await expect.poll(arrived, PATIENTLY).toBe(true);
  const log = await page.evaluate(() => window.__docs.log);
  expect(log.filter(({ trusted }) => trusted)).toEqual([]);
});

it('raised no error', () => {
  expect(docs.rung.watched.errors).toEqual([]);
});
