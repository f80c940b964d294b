import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bakersLadder } from '../fixtures/small-ladder';
import type { InChromium } from './harness/chromium';
import { seedEvidence } from './harness/seed';
import type { Site } from './harness/serve';
import { lookUp } from './harness/steps';
import { SETTLED, startAfresh } from './support/afresh';
import { PASTE_PAGE, PASTE_PATH, pasteInto } from './support/clipboard';
import { shareChromium } from './support/shared-chromium';
import { oneStored } from './support/stored';
import { notReached, tabTo } from './support/tab-stops';

let site: Site;
let rung: InChromium;

shareChromium(
  {
    '/': '<!doctype html><html lang="en"><title>A page</title><p>Text</p></html>',
    [PASTE_PATH]: PASTE_PAGE,
  },
  (shared) => {
    ({ site, rung } = shared);
  },
);

describe('Tab reaches everything', () => {
  it('in the popup: at rest, with results, and where a passage is pasted', async () => {
    const popup = await rung.extensionPage('/popup.html');
    await popup.locator('.overview').waitFor();
    expect(await notReached(popup)).toEqual([]);
    await lookUp(popup, 'stakeholder');
    expect(await notReached(popup)).toEqual([]);
    await popup.getByRole('button', { name: 'Tag a pasted passage' }).press('Enter');
    await popup.getByRole('textbox', { name: 'Paste the passage here' }).waitFor();
    expect(await notReached(popup)).toEqual([]);
  });

  it.each(['Ladder', 'Evidence', 'Coverage', 'Export'])(
    'in the %s room of the side panel',
    async (room) => {
      await seedEvidence(rung.storage, 3);
      const panel = await rung.extensionPage('/sidepanel.html');
      await panel.getByRole('tab', { name: room }).click();
      await panel.getByRole('tab', { name: room, selected: true }).waitFor();
      if (room === 'Evidence') {
        await panel.getByRole('button', { name: 'Filter' }).press('Enter');
        await panel.getByRole('button', { name: 'Edit' }).first().press('Enter');
        await panel.locator('.edit-evidence').waitFor();
      }
      expect(await notReached(panel)).toEqual([]);
    },
  );

  it('in a sub-skill, and in the questions of the first run', async () => {
    const panel = await rung.extensionPage('/sidepanel.html#/ladder/intercom-pm/customer-focus');
    await panel.locator('.sub-skill').waitFor();
    expect(await notReached(panel)).toEqual([]);
    await panel.locator('.standing').press('Enter');
    await panel.getByRole('dialog').waitFor();
    expect(await notReached(panel, 'dialog')).toEqual([]);
  });

  it('in the options, with a ladder of its own', async () => {
    await startAfresh(rung, { ...SETTLED, ladders: { [bakersLadder.id]: bakersLadder } });
    const options = await rung.extensionPage('/options.html');
    await options.getByRole('button', { name: 'Remove' }).waitFor();
    expect(await notReached(options)).toEqual([]);
  });
});

describe('the list of keys', () => {
  it('has room for its keys where text is twice as large', async () => {
    const popup = await rung.extensionPage('/popup.html');
    await popup.locator('.overview').waitFor();
    await popup.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await popup.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await popup.getByRole('dialog').getByText('Open the side panel').waitFor();
    const cramped = await popup.locator('.key-list dt').evaluateAll((all) =>
      all
        .filter((keys) => {
          const last = keys.lastElementChild as HTMLElement;
          const { fontSize, lineHeight } = getComputedStyle(last);
          const over = last.getBoundingClientRect().right - keys.getBoundingClientRect().right;
          return over > 0.5 || Number.parseFloat(lineHeight) < Number.parseFloat(fontSize);
        })
        .map(({ textContent }) => textContent),
    );
    expect(cramped).toEqual([]);
  });
});

describe('in the side panel, by real keys alone', () => {
  /** The room a tab leads to, from wherever the keyboard is. */
  async function goToRoom(panel: Page, steps: number): Promise<void> {
    await tabTo(panel, 'Ladder', rung.key, 'Shift+Tab');
    for (let step = 0; step < steps; step++) await rung.key('ArrowRight');
  }

  async function openPanel(): Promise<Page> {
    await rung.open(site.url());
    const panel = await rung.sidePanel();
    const field = panel.getByRole('searchbox', { name: 'Search the ladder' });
    await field.and(panel.locator(':focus')).waitFor();
    return panel;
  }

  /** The panel with a sub-skill opened by keys alone, standing on its name. */
  async function openLearnFast(): Promise<Page> {
    const panel = await openPanel();
    await rung.display.type('learn fast');
    await panel.locator('.result.open').waitFor();
    await rung.key('Enter');
    await panel.locator('.sub-skill').waitFor();
    await rung.key('ArrowDown');
    await panel.locator('.sub-skill-head:focus').waitFor();
    return panel;
  }

  it('a sub-skill that was found is copied with c', async () => {
    const panel = await openPanel();
    await rung.display.type('customer focus');
    await panel.locator('.result.open').waitFor();
    await rung.key('ArrowDown', 'c');
    await panel.getByText('Copied', { exact: true }).waitFor();

    const { text } = await pasteInto(rung, site);
    for (const words of ['Customer focus', 'Senior PM', 'Staff PM']) expect(text).toContain(words);
  });

  it('a link to a sub-skill that is open is copied with l', async () => {
    const panel = await openLearnFast();
    await rung.key('l');
    await panel.getByText('Link copied.').waitFor();

    const link = new URL((await pasteInto(rung, site)).text);
    const linked = await rung.extensionPage(link.pathname + link.hash);
    await linked.getByRole('heading', { name: 'Learn fast', level: 2 }).waitFor();
  });

  it('an expectation of a sub-skill that is open is copied with c', async () => {
    const panel = await openLearnFast();
    await rung.key('ArrowDown');
    const statement = panel.locator('.statement:focus');
    await statement.waitFor();
    const words = await statement.textContent();
    await rung.key('c');
    await panel.getByText('Copied', { exact: true }).waitFor();

    expect(words).toBeTruthy();
    expect((await pasteInto(rung, site)).text).toBe(words);
  });

  it('evidence is narrowed, edited and saved', async () => {
    const [record] = await seedEvidence(rung.storage, 1);
    const panel = await openPanel();
    await goToRoom(panel, 1);
    await panel.locator('.evidence').waitFor();
    await tabTo(panel, 'Filter', rung.key);
    await rung.key('Enter');
    await tabTo(panel, 'Whose view', rung.key);
    await rung.display.type('Man');
    await panel.getByRole('heading', { name: 'No evidence matches the filter' }).waitFor();
    await rung.key('ArrowUp', 'ArrowUp');
    await panel.locator('.evidence').waitFor();

    await tabTo(panel, 'Edit', rung.key);
    await rung.key('Enter');
    await tabTo(panel, 'Note (optional)', rung.key);
    await rung.display.type('By keys');
    await tabTo(panel, 'Save changes', rung.key);
    await rung.key('Enter');
    await panel.locator('.edit-evidence').waitFor({ state: 'detached' });
    const changed = await oneStored(rung.storage);
    expect(changed).toEqual({ ...record, note: 'By keys', modified: changed.modified });
  });

  it('evidence is walked through past what is drawn at first, gone to and edited', async () => {
    const seeded = await seedEvidence(rung.storage, 60);
    const panel = await openPanel();
    await goToRoom(panel, 1);
    await panel.locator('.evidence').first().waitFor();
    await rung.key('ArrowDown');
    await panel.locator('.evidence:first-child:focus').waitFor();
    for (let step = 1; step < seeded.length; step++) await rung.key('ArrowDown');
    const last = panel.locator(`.evidence[data-id="${seeded[0]?.id}"]`);
    await last.and(panel.locator(':focus')).waitFor();
    expect(
      await last.evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        const covered = document.querySelector('.room-top')?.getBoundingClientRect().bottom ?? 0;
        // Where it is scrolled to, a pixel is the least there is.
        return top >= covered - 1 && bottom <= innerHeight + 1 && one.matches(':focus-visible');
      }),
    ).toBe(true);

    await rung.key('e');
    await last.locator('.edit-evidence select').first().and(panel.locator(':focus')).waitFor();
    await tabTo(panel, 'Note (optional)', rung.key);
    await rung.display.type('e?');
    await rung.key('ArrowUp');
    expect(await last.locator('textarea:focus').inputValue()).toMatch(/e\?/);
    await rung.key('Escape', 'Escape');
    await last.locator('.edit-evidence').waitFor({ state: 'detached' });

    await rung.key('ArrowUp', 'Escape');
    const field = panel.getByRole('searchbox');
    await field.and(panel.locator(':focus')).waitFor();
    await rung.key('ArrowDown', 'w');
    await expect.poll(() => field.inputValue()).toBe('w');
  });

  it('coverage leads to the evidence of a cell, and what is shown is copied out', async () => {
    const [record] = await seedEvidence(rung.storage, 1);
    const panel = await openPanel();
    await goToRoom(panel, 2);
    await tabTo(panel, 'Customer focus, Associate PM: 1 piece of evidence: 1 self', rung.key);
    await rung.key('Enter');
    await panel.locator(`.evidence[data-id="${record?.id}"]`).waitFor();

    await tabTo(panel, 'Evidence', rung.key, 'Shift+Tab');
    await rung.key('ArrowRight', 'ArrowRight');
    await tabTo(panel, 'Copy for a document', rung.key);
    await rung.key('Enter');
    await panel.getByText('Copied. Paste it into your document.').waitFor();
    expect((await pasteInto(rung, site)).text).toContain(record?.target.selector[0].exact);
  });

  it('ladder and level are changed', async () => {
    const panel = await openPanel();
    await tabTo(panel, 'Change ladder or level', rung.key, 'Shift+Tab');
    await rung.key('Enter');
    await panel.getByRole('dialog').getByRole('radio', { name: 'Intercom PM' }).waitFor();
    await rung.key('ArrowDown');
    await panel.getByRole('radio', { name: 'Webflow PM', checked: true }).waitFor();
    await rung.key('Tab', 'Space');
    await panel.getByRole('radio', { name: 'PM5', checked: true }).waitFor();
    await rung.key('Tab', 'Enter');
    await expect
      .poll(async () => (await rung.storage.get('settings')).settings)
      .toMatchObject({ ladder: 'webflow-pm', level: 'pm5' });
  });
});
