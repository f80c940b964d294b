import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../data/evidence';
import { keyOf } from '../../data/evidence/keys';
import { LADDER } from '../fixtures/records';
import type { InChromium } from './harness/chromium';
import { pickerFrame } from './harness/picker';
import { seedEvidence } from './harness/seed';
import { selectText } from './harness/select';
import type { Site } from './harness/serve';
import { answerFirstRun } from './harness/steps';
import { SETTLED } from './support/afresh';
import { PASSAGE, REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';
import { oneStored, storedEvidence } from './support/stored';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

const NOTE = 'Ines said so in March';
/** A point of the desktop where the page is, and no popup. */
const BESIDE = [200, 600] as const;

let site: Site;
let rung: InChromium;

shareChromium(
  { '/': REVIEW_PAGE, '/other': REVIEW_PAGE.replace('Self-review 2026', 'Another') },
  (shared) => {
    ({ site, rung } = shared);
  },
);

const room = (panel: Page, name: string) => panel.getByRole('tab', { name }).click();
const note = (panel: Page) => panel.getByLabel('Note (optional)');
const search = (panel: Page) => panel.getByRole('searchbox', { name: 'Search your evidence' });

async function openEvidence(): Promise<Page> {
  await rung.open(site.url());
  const panel = await rung.sidePanel();
  await room(panel, 'Evidence');
  return panel;
}

async function close(panel: Page): Promise<void> {
  const closed = panel.waitForEvent('close');
  await panel.evaluate(() => window.close()).catch(() => undefined);
  await closed;
}

async function editFirst(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Edit' }).first().click();
  await note(panel).fill(NOTE);
}

it('keeps what was pasted and its page while the ladder and other pages are looked at', async () => {
  const panel = await openEvidence();
  await panel.getByRole('button', { name: 'Tag a pasted passage' }).click();
  await panel.getByRole('textbox', { name: 'Paste the passage here' }).fill(PASSAGE);
  await note(panel).fill(NOTE);

  await room(panel, 'Ladder');
  await panel.getByRole('searchbox', { name: 'Search the ladder' }).fill('customer focus');
  await panel.locator('.result.open').waitFor();
  expect(await note(panel).isVisible()).toBe(false);
  await rung.open(site.url('/other'));
  await room(panel, 'Evidence');

  expect(await note(panel).inputValue()).toBe(NOTE);
  await panel.getByRole('combobox', { name: 'Which sub-skill?' }).press('Enter');
  await panel.getByText(/^Tagged as/).waitFor();
  expect(await oneStored(rung.storage)).toMatchObject({
    note: NOTE,
    target: { source: site.url(), title: 'Self-review 2026' },
  });
});

it('keeps what was pasted where the panel is closed, until it is given up', async () => {
  const panel = await openEvidence();
  await panel.getByRole('button', { name: 'Tag a pasted passage' }).click();
  await panel.getByRole('textbox', { name: 'Paste the passage here' }).fill(PASSAGE);
  await note(panel).fill(NOTE);
  await close(panel);

  const again = await openEvidence();
  await again.getByRole('button', { name: 'Continue with your pasted passage' }).click();
  expect(await note(again).inputValue()).toBe(NOTE);
  const passage = again.getByRole('textbox', { name: 'Paste the passage here' });
  expect(await passage.inputValue()).toBe(PASSAGE);
  await again.getByRole('button', { name: 'Cancel' }).click();
  await again.getByRole('button', { name: 'Tag a pasted passage' }).waitFor();
});

const NOT_SAVED = "You haven't saved these changes yet.";
const level = (panel: Page) => panel.getByRole('combobox', { name: 'Level' });

/** A panel in which something is half edited, and that was closed then. */
async function leaveHalfEdited(count: number): Promise<void> {
  await seedEvidence(rung.storage, count);
  const panel = await openEvidence();
  await editFirst(panel);
  await level(panel).selectOption({ label: 'Principal PM' });
  await close(panel);
}

it('keeps a change that was begun where the panel is closed, until it is saved', async () => {
  await leaveHalfEdited(3);
  const panel = await openEvidence();
  await panel.getByText(NOT_SAVED).waitFor();
  expect(await note(panel).inputValue()).toBe(NOTE);
  // Emptied to be written anew, it is still being written.
  await note(panel).fill('');
  await note(panel).pressSequentially('Ines');
  await panel.getByRole('button', { name: 'Save changes' }).click();
  await panel.getByText('Changes saved').waitFor();
  expect(await storedEvidence(rung.storage)).toContainEqual(
    expect.objectContaining({ note: 'Ines', level: 'principal-pm' }),
  );
  await close(panel);

  const after = await openEvidence();
  await after.getByText('Ines', { exact: true }).waitFor();
  expect(await note(after).count()).toBe(0);
});

it('forgets a change that was begun and given up', async () => {
  await leaveHalfEdited(1);
  const panel = await openEvidence();
  await panel.getByText(NOT_SAVED).waitFor();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await panel.getByRole('button', { name: 'Edit' }).waitFor();
  await close(panel);

  const after = await openEvidence();
  await after.getByRole('button', { name: 'Edit' }).waitFor();
  expect(await note(after).count()).toBe(0);
});

it('keeps a change that was begun of what was deleted while the panel was closed', async () => {
  await leaveHalfEdited(1);
  const [one] = await storedEvidence(rung.storage);
  if (!one) throw new Error('Nothing is stored.');
  await (await rung.worker()).evaluate((key) => chrome.storage.local.remove(key), keyOf(one));

  const panel = await openEvidence();
  await panel.getByText('This evidence was deleted in the meantime.').waitFor();
  await panel.getByRole('button', { name: 'Save changes' }).click();
  await panel.getByText('Changes saved. The evidence had been deleted and is back.').waitFor();
  expect(await oneStored(rung.storage)).toMatchObject({ id: one.id, note: NOTE });
});

it('leaves what is being edited in one panel to that one', async () => {
  await seedEvidence(rung.storage, 1);
  const panel = await openEvidence();
  await editFirst(panel);
  const other = await rung.extensionPage('/sidepanel.html');
  await room(other, 'Evidence');
  await other.getByRole('button', { name: 'Edit' }).waitFor();
  expect(await note(other).count()).toBe(0);
  await other.close();
  expect(await note(panel).inputValue()).toBe(NOTE);
});

it('brings back with deleted evidence what was half written into it', async () => {
  await seedEvidence(rung.storage, 1);
  const panel = await openEvidence();
  await editFirst(panel);
  await panel.getByRole('button', { name: 'Delete' }).click();
  await panel.getByText('No evidence yet').waitFor();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await panel.getByText(NOT_SAVED).waitFor();
  expect(await note(panel).inputValue()).toBe(NOTE);
});

describe('in a popup that a click beside it closes', () => {
  const openPopup = async () => {
    await rung.command('_execute_action');
    return rung.view('/popup.html');
  };
  const passage = (popup: Page) => popup.getByRole('textbox', { name: 'Paste the passage here' });
  const goOn = (popup: Page) =>
    popup.getByRole('button', { name: 'Continue with your pasted passage' });
  const begin = (popup: Page) => popup.getByRole('button', { name: 'Tag a pasted passage' });

  /** Types into the popup and clicks into the page, as who wants to look something up there. */
  async function typeAndClickBeside(): Promise<void> {
    const popup = await openPopup();
    await begin(popup).click();
    await passage(popup).fill(PASSAGE);
    await note(popup).fill(NOTE);
    const closed = popup.waitForEvent('close');
    await rung.display.click(...BESIDE);
    await closed;
  }

  it('keeps what was pasted and written, for that page alone', async () => {
    await rung.open(site.url());
    await typeAndClickBeside();

    const popup = await openPopup();
    await goOn(popup).click();
    expect(await passage(popup).inputValue()).toBe(PASSAGE);
    expect(await note(popup).inputValue()).toBe(NOTE);
    await popup.close();
    await rung.open(site.url('/other'));
    const onOther = await openPopup();
    await begin(onOther).click();
    expect(await passage(onOther).inputValue()).toBe('');
    expect(await note(onOther).inputValue()).toBe('');

    // What is begun and given up there is another page's, and so is another place in this one not.
    await passage(onOther).fill('Another one');
    await onOther.getByRole('button', { name: 'Cancel' }).click();
    await onOther.close();
    await rung.open(site.url('/#second-part'));
    const again = await openPopup();
    await goOn(again).click();
    expect(await passage(again).inputValue()).toBe(PASSAGE);
  });

  it('is done with it once it is saved', async () => {
    await rung.open(site.url());
    await typeAndClickBeside();
    const popup = await openPopup();
    await goOn(popup).click();
    await popup.getByRole('combobox', { name: 'Which sub-skill?' }).press('Enter');
    await popup.getByText(/^Tagged as/).waitFor();
    expect(await oneStored(rung.storage)).toMatchObject({
      note: NOTE,
      target: { source: site.url(), selector: [{ exact: PASSAGE }] },
    });

    await popup.close();
    await begin(await openPopup()).waitFor();
  });

  it('is done with it once it is given up', async () => {
    await rung.open(site.url());
    await typeAndClickBeside();
    const popup = await openPopup();
    await goOn(popup).click();
    await popup.getByRole('button', { name: 'Cancel' }).click();
    await begin(popup).waitFor();

    await popup.close();
    await begin(await openPopup()).waitFor();
  });
});

it('brings a form that opens at the edge into sight, and back there after another room', async () => {
  await seedEvidence(rung.storage, 40);
  const panel = await openEvidence();
  const list = panel.locator('#room');
  await panel.locator('.evidence').nth(8).waitFor();
  // The last button that can be seen: its form has no room below it.
  const last = await panel.getByRole('button', { name: 'Edit' }).evaluateAll((buttons) => {
    const edge = document.querySelector('#room')?.getBoundingClientRect().bottom ?? 0;
    return buttons.filter((one) => one.getBoundingClientRect().bottom < edge).length - 1;
  });
  await panel.getByRole('button', { name: 'Edit' }).nth(last).click();
  const isSeen = () =>
    list.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const form = element.querySelector('.edit-evidence')?.getBoundingClientRect();
      return form !== undefined && form.top >= top && form.bottom <= bottom;
    });
  await expect.poll(isSeen).toBe(true);

  await note(panel).fill(NOTE);
  await room(panel, 'Ladder');
  await room(panel, 'Evidence');
  await expect.poll(isSeen).toBe(true);
  expect(await note(panel).inputValue()).toBe(NOTE);
});

it('keeps an edit in sight whatever is searched for, and in other rooms', async () => {
  await seedEvidence(rung.storage, 5);
  const panel = await openEvidence();
  await editFirst(panel);
  for (const words of ['zeppelin', 'customers', '']) {
    await search(panel).fill(words);
    await expect.poll(() => note(panel).count()).toBe(1);
    expect(await note(panel).inputValue()).toBe(NOTE);
  }
  await room(panel, 'Coverage');
  await room(panel, 'Evidence');
  expect(await note(panel).inputValue()).toBe(NOTE);

  await panel.getByRole('button', { name: 'Cancel' }).click();
  await search(panel).fill('zeppelin');
  await panel.locator('.evidence').first().waitFor({ state: 'detached' });
});

it('keeps an edit of what was deleted elsewhere, and stores it again with it', async () => {
  await seedEvidence(rung.storage, 1);
  const before = await oneStored(rung.storage);
  const panel = await openEvidence();
  await editFirst(panel);
  await panel.evaluate((key) => chrome.storage.local.remove(key), keyOf(before));
  // The tab counts what is stored: now it is known here, too.
  await panel.getByRole('tab', { name: 'Evidence', exact: true }).waitFor();
  expect(await note(panel).inputValue()).toBe(NOTE);
  await panel.getByText('This evidence was deleted in the meantime.').waitFor();

  await panel.getByRole('button', { name: 'Save' }).click();
  expect(await oneStored(rung.storage)).toMatchObject({ id: before.id, note: NOTE });
  await panel.getByText('Changes saved. The evidence had been deleted and is back.').waitFor();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => storedEvidence(rung.storage)).toEqual([]);
});

describe('one writes on in a piece of evidence', () => {
  /** Puts the caret into the note of a piece, before its last character; gives its place. */
  async function begin(panel: Page, { id }: Evidence) {
    await panel.locator(`[data-id=${id}]`).getByRole('button', { name: 'Edit' }).click();
    await note(panel).fill(`${NOTE}.`);
    await note(panel).press('ArrowLeft');
    return note(panel).boundingBox();
  }
  const change = (panel: Page, changed: Record<string, unknown>, gone: string[] = []) =>
    panel.evaluate(
      async ([changed, gone]) => {
        await chrome.storage.local.set(changed);
        await chrome.storage.local.remove(gone);
      },
      [changed, gone] as const,
    );

  it('where another window deletes it', async () => {
    const [oldest] = (await seedEvidence(rung.storage, 3)) as [Evidence, ...Evidence[]];
    const panel = await openEvidence();
    const place = await begin(panel, oldest);
    await change(panel, {}, [keyOf(oldest)]);
    await panel.getByText('This evidence was deleted in the meantime.').waitFor();
    await panel.keyboard.type(' already');
    expect(await note(panel).inputValue()).toBe(`${NOTE} already.`);
    expect(await note(panel).boundingBox()).toEqual(place);
  });

  it('where another one answers better since another window changed that', async () => {
    const [one, other] = (await seedEvidence(rung.storage, 2)) as [Evidence, Evidence];
    const panel = await openEvidence();
    const last = ({ id }: Evidence) =>
      panel.locator(`.evidence[data-id=${id}]:last-child`).waitFor();
    await change(panel, { [keyOf(one)]: { ...one, note: 'About pricing and what follows' } });
    await search(panel).fill('pricing');
    await last(other);
    await begin(panel, one);
    await change(panel, { [keyOf(other)]: { ...other, note: 'Pricing' } });
    await last(one);
    await panel.keyboard.type(' already');
    expect(await note(panel).inputValue()).toBe(`${NOTE} already.`);
  });
});

describe('where the level has gone from the ladder meanwhile', () => {
  const keep = (ladder: typeof LADDER) => ({ ladders: { [LADDER.id]: ladder } });
  const RENAMED = {
    ...LADDER,
    levels: LADDER.levels.map((one) => (one.id === 'pm3' ? { ...one, id: 'three' } : one)),
  };
  const standOnAcme = () =>
    rung.storage.set({
      ...keep(LADDER),
      settings: { ...SETTLED.settings, ladder: LADDER.id, level: 'pm3' },
    });
  /** Has the level renamed, and answers where the user stands now. */
  async function loseLevel(view: Pick<Page, 'getByRole' | 'locator'>): Promise<void> {
    await rung.storage.set(keep(RENAMED));
    const why = 'Your level is not on Acme PM any more: choose one.';
    await view.getByRole('heading', { name: why }).waitFor();
    expect(await view.getByRole('radio', { name: 'Acme PM' }).isChecked()).toBe(true);
    await answerFirstRun(view, 'Acme PM', 'PM3');
  }

  it('says so in the side panel, and keeps an edit', async () => {
    await standOnAcme();
    await seedEvidence(rung.storage, 1);
    const panel = await openEvidence();
    await editFirst(panel);
    await loseLevel(panel);
    expect(await note(panel).inputValue()).toBe(NOTE);
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => oneStored(rung.storage)).toMatchObject({ note: NOTE });
  });

  it('says so in the picker, and keeps what is written there', async () => {
    await standOnAcme();
    const page = await rung.open(site.url());
    await selectText(page, PASSAGE);
    await rung.command('tag');
    const frame = await pickerFrame(page);
    await frame.getByLabel('Note (optional)').fill(NOTE);
    await loseLevel(frame);
    expect(await frame.getByLabel('Note (optional)').inputValue()).toBe(NOTE);
    await frame.getByRole('combobox', { name: 'Which sub-skill?' }).press('Enter');
    expect(await oneStored(rung.storage)).toMatchObject({ note: NOTE, level: 'three' });
  });
});
