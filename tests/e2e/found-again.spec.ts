import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type InChromium, launchChromium } from './harness/chromium';
import { editorRoutes } from './harness/editors';
import { pickerFrame, pickerGone } from './harness/picker';
import { selectText } from './harness/select';
import { type Site, serve } from './harness/serve';
import { paintedIn } from './harness/tagger';
import { startAfresh } from './support/afresh';
import { PASSAGE, page, paragraphs, REVIEW, storeEvidence } from './support/kept-review';
import { clickAt, clickedAt, middleOf } from './support/mouse';
import { oneStored } from './support/stored';

let site: Site;
let rung: InChromium;
let tab: Page;

beforeAll(async () => {
  site = await serve({
    ...(await editorRoutes('kept')),
    '/review': page(`<h1>Review</h1><div id="editor"></div>
      <template>${paragraphs(REVIEW)}</template>
      <script type="module" src="/kept.js"></script>`),
  });
  rung = await launchChromium();
});
beforeEach(async () => {
  await startAfresh(rung);
  tab = await rung.open(site.url('/review'));
  await tab.evaluate(() => localStorage.clear());
  await tab.reload();
  await tab.locator('[contenteditable] p').first().waitFor();
});
afterEach(() => expect(rung.watched).toEqual({ errors: [], foreignRequests: [] }));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

const paragraph = (index: number) => tab.locator('[contenteditable] p').nth(index);

/** Clicks into some words, which gives the page the window's keyboard, and selects them. */
async function select(words: string): Promise<void> {
  await clickedAt(rung, tab, await middleOf(tab, words));
  await selectText(tab, words);
}

async function selectParagraph(index: number): Promise<void> {
  await select((await paragraph(index).textContent()) ?? '');
}

/** Types another paragraph over one, with real keys. */
async function rewrite(index: number, text: string): Promise<void> {
  await selectParagraph(index);
  await rung.display.type(text);
  await expect.poll(() => paragraph(index).textContent()).toBe(text);
}

/** Selects some words and types others over them with real keys. */
async function replace(words: string, by: string): Promise<void> {
  await select(words);
  if (by === '') await rung.key('Delete');
  else await rung.display.type(by);
}

/** The panel's room with the evidence, and the page's own painted. */
async function showInPanel(): Promise<Page> {
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Show on the page' }).click();
  return panel;
}

const state = (panel: Page, name: string) => panel.locator(`.standing-line[data-state=${name}]`);

it('keeps its evidence through a reload and the rewriting of half the document', async () => {
  await selectText(tab, PASSAGE);
  await rung.command('tag');
  await pickerFrame(tab);
  await rung.key('Enter');
  const stored = await oneStored(rung.storage);
  expect(stored.target.selector[0].exact).toBe(PASSAGE);
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await rung.key('Escape');
  await pickerGone(tab);

  await tab.reload();
  await paragraph(0).waitFor();
  const panel = await showInPanel();
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await rewrite(0, 'Buyers gave up where the checkout wanted an address and told them no date.');
  await rewrite(
    1,
    'My brief had three ideas left in it after a week of asking what each was worth.',
  );
  await rewrite(
    3,
    'Samira leads the carrier work now; she found a second way before I heard of it.',
  );
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);

  await tab.reload();
  await paragraph(0).waitFor();
  // What the panel was asked to show it shows again.
  await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
  await panel.getByText('Found on this page').waitFor();
  expect(await oneStored(rung.storage)).toEqual(stored);
});

describe('a passage that was edited', () => {
  const EDITED = 'saw finished orders rise by nearly six per cent';

  beforeEach(async () => {
    await storeEvidence(rung.storage, site.url('/review'), PASSAGE);
  });

  async function edited(): Promise<Page> {
    const panel = await showInPanel();
    await panel.getByText('Found on this page').waitFor();
    await replace('completed', 'finished');
    await replace('by six', 'by nearly six');
    await expect.poll(() => paintedIn(tab)).toEqual([EDITED]);
    // The panel hears of what is being typed; only the whole of it reads so.
    const line = state(panel, 'edited');
    await expect.poll(() => line.locator('del').allInnerTexts()).toEqual(['completed']);
    await expect.poll(() => line.locator('ins').allInnerTexts()).toEqual(['finished', ' nearly']);
    return panel;
  }

  it('is shown then and now, word by word, and its new wording can be taken over', async () => {
    const panel = await edited();
    const line = state(panel, 'edited');
    expect(await names(tab)).toEqual([expect.stringMatching(/^u7e-b/)]);
    expect((await oneStored(rung.storage)).target.selector[0].exact).toBe(PASSAGE);

    await line.getByRole('button', { name: 'Use the new wording' }).click();

    await panel.getByText('Found on this page').waitFor();
    await expect
      .poll(async () => (await oneStored(rung.storage)).target.selector[0].exact)
      .toBe(EDITED);
    await panel.locator('.quote', { hasText: EDITED }).waitFor();
    expect(await paintedIn(tab)).toEqual([EDITED]);
  });

  it('can keep its old wording, and is asked no more until it is edited again', async () => {
    const panel = await edited();
    await state(panel, 'edited').getByRole('button', { name: 'Keep the old wording' }).click();

    await state(panel, 'edited').waitFor({ state: 'detached' });
    expect((await oneStored(rung.storage)).target.selector[0].exact).toBe(PASSAGE);
    expect(await paintedIn(tab)).toEqual([EDITED]);

    // News of another passage does not bring the question back.
    const other = 'I gave her the open questions rather than a plan';
    await storeEvidence(rung.storage, site.url('/review'), other, { id: 'two' });
    await panel.getByText('Found on this page').waitFor();
    await replace('open questions', 'hard questions');
    await state(panel, 'edited').locator('ins', { hasText: 'hard' }).waitFor();
    expect(await state(panel, 'edited').count()).toBe(1);

    await replace('finished', 'paid');
    await state(panel, 'edited').locator('ins', { hasText: 'paid' }).waitFor();
    expect(await state(panel, 'edited').count()).toBe(2);
  });
});

describe('a passage that is in doubt', () => {
  const BEFORE = 'cut two of the five ideas, because nobody would have missed them';
  const AFTER = 'cut two of the ideas, which had no friends';

  async function inDoubt(): Promise<Page> {
    await storeEvidence(rung.storage, site.url('/review'), BEFORE);
    const panel = await showInPanel();
    await panel.getByText('Found on this page').waitFor();
    await rewrite(1, REVIEW[1]?.replace(BEFORE, AFTER) ?? '');
    await panel.getByText('Is this it?', { exact: false }).waitFor();
    await state(panel, 'doubtful').locator('ins', { hasText: 'friends' }).waitFor();
    return panel;
  }

  it('is asked about and never decided', async () => {
    const panel = await inDoubt();
    expect(await names(tab)).toEqual([expect.stringMatching(/^u7e-c/)]);
    expect((await oneStored(rung.storage)).target.selector[0].exact).toBe(BEFORE);

    await state(panel, 'doubtful').getByRole('button', { name: 'No, keep it as it was' }).click();
    await state(panel, 'doubtful').waitFor({ state: 'detached' });
    expect((await oneStored(rung.storage)).target.selector[0].exact).toBe(BEFORE);
  });

  it('is the new wording once the user says so', async () => {
    const panel = await inDoubt();
    await state(panel, 'doubtful').getByRole('button', { name: 'Yes, this is it' }).click();
    await expect
      .poll(async () => (await oneStored(rung.storage)).target.selector[0].exact)
      .toBe(AFTER);
    await panel.getByText('Found on this page').waitFor();
  });
});

describe('a passage that was deleted', () => {
  it('leaves its evidence as an orphan with its words, and comes back with undo', async () => {
    const record = await storeEvidence(rung.storage, site.url('/review'), PASSAGE);
    const panel = await showInPanel();
    await panel.getByText('Found on this page').waitFor();

    await selectParagraph(2);
    await rung.key('Delete');

    const orphan = state(panel, 'orphan');
    await orphan.waitFor();
    expect(await paintedIn(tab)).toEqual([]);
    expect(await panel.locator('.quote').textContent()).toBe(PASSAGE);
    await orphan.getByText('The text around it').click();
    const context = await orphan.locator('details p').textContent();
    expect(context).toContain(`We shipped to Denmark in August and ${PASSAGE} in three weeks.`);
    expect(await oneStored(rung.storage)).toEqual(record);

    await clickAt(rung, tab, await middleOf(tab, 'old checkout'));
    await rung.key('Control+z');

    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
    await panel.getByText('Found on this page').waitFor();
    expect(await oneStored(rung.storage)).toEqual(record);
  });

  it('is painted where its paragraph is pasted after it was cut', async () => {
    const record = await storeEvidence(rung.storage, site.url('/review'), PASSAGE);
    const panel = await showInPanel();
    await panel.getByText('Found on this page').waitFor();

    await selectParagraph(2);
    await rung.key('Control+x');
    await state(panel, 'orphan').waitFor();
    expect(await paintedIn(tab)).toEqual([]);
    expect(await oneStored(rung.storage)).toEqual(record);

    await clickAt(rung, tab, await middleOf(tab, 'old checkout'));
    await rung.key('Control+End', 'Enter', 'Control+v');
    await expect.poll(() => paragraph(REVIEW.length).textContent()).toBe(REVIEW[2]);

    await expect.poll(() => paintedIn(tab)).toEqual([PASSAGE]);
    await panel.getByText('Found on this page').waitFor();
    expect(await oneStored(rung.storage)).toEqual(record);
  });

  it('can be attached to another passage by hand, and that undone', async () => {
    await storeEvidence(rung.storage, site.url('/review'), PASSAGE);
    const panel = await showInPanel();
    await panel.getByText('Found on this page').waitFor();
    await selectParagraph(2);
    await rung.key('Delete');
    await state(panel, 'orphan').waitFor();

    await selectText(tab, 'late in telling the warehouse');
    await panel.getByRole('button', { name: 'Attach to the selection' }).click();

    await expect.poll(() => paintedIn(tab)).toEqual(['late in telling the warehouse']);
    const { target } = await oneStored(rung.storage);
    expect(target.selector[0].exact).toBe('late in telling the warehouse');
    await panel.getByText('Found on this page').waitFor();

    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(async () => (await oneStored(rung.storage)).target.selector[0].exact)
      .toBe(PASSAGE);
  });

  it('asks for a selection where there is none to attach to', async () => {
    await storeEvidence(rung.storage, site.url('/review'), PASSAGE);
    const panel = await showInPanel();
    await selectParagraph(2);
    await rung.key('Delete');
    await panel.getByRole('button', { name: 'Attach to the selection' }).click();

    await panel.getByText('Select the passage on the page first', { exact: false }).waitFor();
    expect((await oneStored(rung.storage)).target.selector[0].exact).toBe(PASSAGE);
  });
});

/** The names of the highlights in which something is painted. */
function names(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights].filter(([, ranges]) => ranges.size > 0).map(([name]) => name),
  );
}
