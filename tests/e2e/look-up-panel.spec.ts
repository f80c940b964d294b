import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectationsAt, type Ladder, subSkillsOf } from '../../data/ladder';
import intercom from '../../data/ladders/intercom-pm.json';
import webflow from '../../data/ladders/webflow-pm.json';
import { bakersLadder } from '../fixtures/small-ladder';
import { type InChromium, launchChromium } from './harness/chromium';
import { seedEvidence } from './harness/seed';
import { type Site, serve } from './harness/serve';
import { lookUp } from './harness/steps';
import { closeViews, SETTLED, startAfresh } from './support/afresh';

let site: Site;
let rung: InChromium;

beforeAll(async () => {
  site = await serve({
    '/': '<!doctype html><html lang="en"><title>A page</title><p>Text</p></html>',
  });
  rung = await launchChromium();
});
beforeEach(async () => {
  await startAfresh(rung);
  await rung.open(site.url());
});
afterEach(() => expect(rung.watched).toEqual({ errors: [], foreignRequests: [] }));
afterAll(async () => {
  await rung?.close();
  await site?.close();
});

const heading = (panel: Page, name: string) => panel.getByRole('heading', { name, level: 2 });
const columns = (panel: Page) => panel.locator('.column span:first-of-type').allTextContents();

async function openSubSkill(panel: Page, name: string): Promise<void> {
  await panel.locator('.overview').getByRole('button', { name }).click();
  await heading(panel, name).waitFor();
}

/** The same from anywhere on the ladder, by way of the overview. */
async function openSubSkillAtHome(panel: Page, name: string): Promise<void> {
  await panel.getByRole('button', { name: 'All sub-skills' }).click();
  await openSubSkill(panel, name);
}

/** Goes through all levels of the sub-skill that is open; runs in the panel. */
async function blankCells(): Promise<string[]> {
  const blank: string[] = [];
  const select = document.querySelector<HTMLSelectElement>('.level-pair select');
  if (!select) throw new Error('No levels are set side by side.');
  for (const { value, text } of [...select.options].map((one) => one)) {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const shown = () => document.querySelector('.column span')?.textContent ?? '';
    while (!text.startsWith(shown())) await new Promise((resolve) => setTimeout(resolve, 5));
    const cells = [...document.querySelectorAll('.cell')];
    if (cells.length === 0 || cells.some((cell) => !cell.textContent?.trim())) {
      blank.push(`${document.querySelector('.sub-skill h2')?.textContent} at ${text}`);
    }
  }
  return blank;
}

describe('the search', () => {
  it('finds what the popup finds', async () => {
    const panel = await rung.sidePanel();
    const inPanel = await lookUp(panel, 'stakeholder buy-in');
    const popup = await rung.popup();

    expect(await lookUp(popup, 'stakeholder buy-in')).toEqual(inPanel);
    expect(inPanel.length).toBeGreaterThan(2);
  });

  it('is driven by the keyboard: type, arrows, Enter, Escape', async () => {
    const panel = await rung.sidePanel();
    const field = panel.getByRole('searchbox', { name: 'Search the ladder' });
    await field.click();
    await rung.display.type('roadmap');
    await panel.locator('.result.open').waitFor();

    await rung.key('ArrowDown', 'Enter');
    await heading(panel, 'Roadmap creation & rationale').waitFor();
    await rung.key('Escape', 'Escape');
    await panel.locator('.overview').waitFor();
    await field.and(panel.locator(':focus')).waitFor();
  });
});

it('has the best match in sight after every letter, however far the last answer was scrolled', async () => {
  const panel = await rung.sidePanel();
  await lookUp(panel, 'roadma');
  const room = panel.locator('#room');
  const top = () => room.evaluate((element) => element.scrollTop);
  await room.evaluate((element) => {
    element.scrollTop = 200;
  });
  await expect.poll(top).toBe(200);
  await panel.getByRole('searchbox').pressSequentially('p');
  await expect.poll(top).toBe(0);
});

it('opens a result on the ladder it was found on, also where two have a sub-skill of that name', async () => {
  const ours = structuredClone(intercom);
  const [subSkill] = ours.skillAreas[0]?.subSkills ?? [];
  if (!subSkill) throw new Error('The ladder has no sub-skill.');
  Object.assign(ours, { id: 'ours', name: 'Ours' });
  Object.assign(subSkill.expectations, { 'associate-pm': { scope: ['Flies the zeppelin.'] } });
  await rung.storage.set({ ladders: { ours } });
  const panel = await rung.sidePanel();
  await lookUp(panel, 'zeppelin');

  await panel.locator('.result-head').first().click();
  await heading(panel, subSkill.name).waitFor();
  await panel.getByText('Flies the zeppelin.').first().waitFor();
  await panel.locator('.neighbours button', { hasText: '→' }).click();
  await panel.locator('.neighbours button', { hasText: '←' }).click();
  await panel.getByText('Flies the zeppelin.').first().waitFor();

  await openSubSkillAtHome(panel, subSkill.name);
  await panel.locator('.statement').first().waitFor();
  expect(await panel.getByText('Flies the zeppelin.').count()).toBe(0);
});

it('opens the result that was clicked, though another stands open above it', async () => {
  const panel = await rung.sidePanel();
  const names = await lookUp(panel, 'stakeholder');
  const second = panel.locator('.result-head').nth(1);
  await second.scrollIntoViewIfNeeded();
  const { x = 0, y = 0 } = (await second.boundingBox()) ?? {};
  await panel.mouse.move(x + 20, y + 10);
  await panel.mouse.down();
  // As long as a finger takes at least.
  await panel.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await panel.mouse.up();
  await heading(panel, names[1] ?? '').waitFor();
});

describe('its keys', () => {
  it('work after a click into plain space, and after a slip was put right', async () => {
    const panel = await rung.sidePanel();
    const field = panel.getByRole('searchbox');
    await panel.locator('.overview h2').first().click();
    await rung.key('r');
    await expect.poll(() => field.inputValue()).toBe('r');

    await field.fill('stakehodler');
    await panel.locator('.search-note button').click();
    await expect.poll(() => field.inputValue()).toBe('stakeholder');
    await field.and(panel.locator(':focus')).waitFor();
    await rung.key('ArrowDown');
    await panel.locator('[data-stop]:focus').waitFor();
  });

  it('are listed with ? in every room, and ? is a character in a text', async () => {
    const panel = await rung.sidePanel();
    const dialog = panel.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const lists = [
      ['Ladder', 'Copy the focused expectation or sub-skill'],
      ['Evidence', 'Move through the pieces of evidence'],
      ['Coverage', null],
      ['Export', null],
    ] as const;
    for (const [room, own] of lists) {
      await panel.getByRole('tab', { name: room }).click();
      await rung.key('question');
      await dialog.waitFor();
      await dialog.getByText('Open the side panel').waitFor();
      for (const [, words] of lists) {
        if (words) expect(await dialog.getByText(words).count()).toBe(words === own ? 1 : 0);
      }
      await rung.key('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await panel.getByRole('tab', { name: 'Ladder' }).click();
    const field = panel.getByRole('searchbox');
    await field.fill('why');
    await rung.key('question');
    await expect.poll(() => field.inputValue()).toBe('why?');
    expect(await dialog.count()).toBe(0);
  });
});

describe('the ladder', () => {
  it('is there whole: skill areas, sub-skills, and what it says about itself', async () => {
    const panel = await rung.sidePanel();
    const areas = await panel.locator('.overview h2').allTextContents();
    expect(areas).toEqual([
      'Insight Driven',
      'Strategy',
      'Execution',
      'Driving Outcomes',
      'Leadership Behaviours',
    ]);
    expect(await panel.locator('.overview [data-sub-skill]').count()).toBe(19);

    const parts = panel.locator('.about-part');
    expect(await parts.locator('summary').allTextContents()).toEqual([
      'Levels',
      'Scope, Autonomy and Impact',
      'How to use the ladder',
      'How performance is assessed',
      'Glossary',
      'Related documents',
      'Change log',
      'Where it comes from',
    ]);
    for (const part of await parts.all()) {
      await part.locator('summary').click();
      expect((await part.locator('> div').textContent())?.trim()).toBeTruthy();
    }
    await panel.getByText('Group PM (GPM)', { exact: true }).waitFor();
    await panel.getByText('Intermission', { exact: true }).waitFor();
  });

  it('says in its own words what it means by levels, dimensions and terms, and how it is used', async () => {
    const panel = await rung.sidePanel();
    const textsIn = async (name: string, within: string) => {
      const part = panel.locator('.about-part').filter({
        has: panel.locator('summary', { hasText: new RegExp(`^${name}$`) }),
      });
      await part.locator('summary').click();
      return part.locator(within).allTextContents();
    };
    const { guide, source } = intercom;
    const levels = [...intercom.levels].reverse().map((one) => one.summary);
    const roles = intercom.relatedRoles.map((one) => one.summary);
    expect(await textsIn('Levels', 'dd')).toEqual([...levels, ...roles]);
    expect(await textsIn('Scope, Autonomy and Impact', 'dd')).toEqual(
      intercom.dimensions.map((one) => one.meaning),
    );
    expect(await textsIn('How to use the ladder', 'li')).toEqual(guide.use);
    const assessment = 'How performance is assessed';
    expect(await textsIn(assessment, 'li, dd')).toEqual([
      ...guide.assessment,
      ...guide.ratings.map((one) => one.meaning),
    ]);
    expect(await textsIn('Glossary', 'dd')).toEqual(intercom.glossary.map((one) => one.meaning));
    expect(await textsIn('Change log', 'li')).toEqual(
      intercom.changeLog.flatMap((one) => one.changes),
    );
    expect(await textsIn('Where it comes from', 'p.soft')).toEqual([source.note]);
    await panel.locator(`.about-part a[href="${source.url}"]`).waitFor();
  });

  it('names the dimensions of whichever ladder it is', async () => {
    const settings = { ...SETTLED.settings, ladder: 'bakers', level: 'baker' };
    await rung.storage.set({ ladders: { bakers: bakersLadder }, settings });
    const panel = await rung.sidePanel();
    await panel.locator('.about-part summary', { hasText: /^Scope and Impact$/ }).waitFor();
  });

  it('sets any two levels side by side', async () => {
    const panel = await rung.sidePanel();
    await openSubSkill(panel, 'Customer focus');
    expect(await columns(panel)).toEqual(['Senior PM', 'Staff PM']);

    await panel.getByLabel('Level on the left').selectOption('Associate PM');
    await panel.getByLabel('Level on the right').selectOption('Principal PM');
    await expect.poll(() => columns(panel)).toEqual(['Associate PM', 'Principal PM']);
    const cells = await panel.locator('.cell').allTextContents();
    expect(cells[0]).not.toBe(cells[1]);

    await panel.getByRole('button', { name: 'Back to my level' }).click();
    await expect.poll(() => columns(panel)).toEqual(['Senior PM', 'Staff PM']);
  });

  it('says what is new at a level and what is carried over, and from where', async () => {
    const panel = await rung.sidePanel();
    await openSubSkill(panel, 'Customer focus');

    const expected = expectationsAt(intercom as Ladder, 'customer-focus', 'staff-pm');
    for (const { dimension, fresh, carried } of expected) {
      const cell = panel.locator(`.dimension[aria-label="${dimension.name}"] .cell`).nth(1);
      expect(await cell.locator('> ul .statement').allTextContents()).toEqual(fresh);
      expect(await cell.locator('.carried .label').allTextContents()).toEqual(
        carried.map(({ from }) => `From ${from.name}`),
      );
      expect(await cell.locator('.carried .statement').allTextContents()).toEqual(
        carried.flatMap(({ statements }) => statements),
      );
    }
    expect(expected.flatMap(({ carried }) => carried).length).toBeGreaterThan(3);
  });

  it.each([
    ['intercom-pm', 'associate-pm', intercom],
    ['webflow-pm', 'pm1', webflow],
  ])(
    'defines every sub-skill of %s, and leaves no cell of it blank at any level',
    async (ladder, level, file) => {
      await rung.storage.set({ settings: { ...SETTLED.settings, ladder, level } });
      const panel = await rung.sidePanel();
      await panel.locator('.overview [data-sub-skill]').first().click();
      const next = panel.locator('.neighbours button', { hasText: '→' });
      const subSkills = subSkillsOf(file as Ladder);
      for (const { name, definition } of subSkills) {
        await heading(panel, name).waitFor();
        await panel.locator('.sub-skill-head').getByText(definition, { exact: true }).waitFor();
        expect(await panel.evaluate(blankCells)).toEqual([]);
        if (name !== subSkills.at(-1)?.name) await next.click();
      }
      expect(await next.count()).toBe(0);
    },
  );

  it('explains the words of a sub-skill that only insiders know', async () => {
    const panel = await rung.sidePanel();
    await openSubSkill(panel, 'Strategy definition & influence');
    await expect.poll(() => panel.locator('.terms dt').allTextContents()).not.toEqual([]);
    for (const meaning of await panel.locator('.terms dd').allTextContents()) {
      expect(meaning.trim()).not.toBe('');
    }
  });

  it('shows which sub-skills have evidence, and leads to it', async () => {
    const [first] = await seedEvidence(rung.storage, 1);
    expect(first?.subSkill).toBe('customer-focus');
    const panel = await rung.sidePanel();
    await openSubSkill(panel, 'Customer focus');

    await panel.getByRole('button', { name: '1 piece of evidence' }).click();

    await panel.getByRole('tab', { name: 'Evidence', selected: true }).waitFor();
    await panel.locator(`.evidence[data-id="${first?.id}"]`).waitFor();
  });
});

describe('its place', () => {
  it('is kept when the panel is closed and opened again', async () => {
    const panel = await rung.sidePanel();
    await openSubSkill(panel, 'Alignment & Evangelism');
    await panel.getByLabel('Level on the left').selectOption('PM');
    const room = panel.locator('#room');
    await room.evaluate((element) => {
      element.scrollTop = 140;
    });
    const place = async () =>
      (await rung.storage.get('place')).place as { scroll: number; subSkill: string } | undefined;
    await expect.poll(async () => (await place())?.scroll).toBe(140);

    await closeViews(rung);
    const again = await rung.sidePanel();

    await heading(again, 'Alignment & Evangelism').waitFor();
    expect(await columns(again)).toEqual(['PM', 'Staff PM']);
    await expect.poll(() => again.locator('#room').evaluate((one) => one.scrollTop)).toBe(140);
  });

  it('is kept in a long list of evidence, which is there only after a moment', async () => {
    await seedEvidence(rung.storage, 200);
    const panel = await rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await panel.locator('.evidence').first().waitFor();
    const room = '#room';
    // Further than what the list draws at first.
    for (const top of [3000, 6000]) {
      await expect
        .poll(() =>
          panel.locator(room).evaluate((element, to) => {
            element.scrollTop = to;
            return element.scrollTop;
          }, top),
        )
        .toBe(top);
    }
    await expect
      .poll(async () => JSON.stringify(await rung.storage.get('place')))
      .toContain('6000');

    await closeViews(rung);
    const again = await rung.sidePanel();

    await again.locator('.evidence').first().waitFor();
    await expect.poll(() => again.locator(room).evaluate((one) => one.scrollTop)).toBe(6000);
  });

  it('is kept for the tab and what was searched for there, too', async () => {
    await seedEvidence(rung.storage, 5);
    const panel = await rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await panel.getByRole('searchbox').fill('pricing');
    await expect.poll(() => panel.locator('.evidence').count()).toBe(1);
    await expect
      .poll(async () => JSON.stringify(await rung.storage.get('place')))
      .toContain('pricing');

    await closeViews(rung);
    const again = await rung.sidePanel();

    await expect.poll(() => again.getByRole('searchbox').inputValue()).toBe('pricing');
    await expect.poll(() => again.locator('.evidence').count()).toBe(1);
  });
});

it('moves between its rooms with the arrow keys', async () => {
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Ladder' }).click();
  await rung.key('ArrowRight', 'ArrowRight');
  await panel.getByRole('tab', { name: 'Coverage', selected: true }).waitFor();
  await rung.key('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await panel.getByRole('tab', { name: 'Export', selected: true }).waitFor();
});
