import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../data/evidence/keys';
import type { InChromium } from './harness/chromium';
import { seedEvidence, seededRecord } from './harness/seed';
import type { Site } from './harness/serve';
import { SETTLED } from './support/afresh';
import { chooseFile } from './support/choose-file';
import { REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';
import { tagIn } from './support/start-tagging';

const NARROW = { width: 360, height: 760 };
const WORD = 'Kundenbedürfnisanalysekompetenz';

/** A ladder of long names, and of one that no line has room for. */
const LADDER = {
  schema: 1,
  id: 'long-names',
  name: 'Expectations of product people in all of our countries, second edition',
  summary: 'What is expected.',
  source: { title: 'Ladder', publisher: 'Acme', url: null, note: '' },
  levels: [
    { id: 'one', name: 'Associate Product Manager', title: 'Associate', summary: 'Learns.' },
    { id: 'two', name: 'Product Manager', title: 'Manager', summary: 'Owns.' },
  ],
  dimensions: [{ id: 'all', name: 'Expectations', meaning: 'All of it.' }],
  skillAreas: [
    {
      id: 'lead',
      name: 'Leadership, Collaboration & Stakeholder Communication',
      summary: 'With others.',
      subSkills: [
        {
          id: 'word',
          name: WORD,
          definition: 'Knows what customers need.',
          expectations: { one: { all: ['Asks customers.'] }, two: { all: ['Asks all of them.'] } },
        },
        {
          id: 'communication',
          name: 'Communication of roadmaps',
          definition: 'Says what comes.',
          expectations: { one: { all: ['Says it.'] }, two: { all: ['Says it to all.'] } },
        },
      ],
    },
  ],
};

/** One whose every name is a word that no line has room for, with more levels than fit side by side. */
const WORDY = {
  ...LADDER,
  id: 'wordy',
  name: 'Produktverantwortungskompetenzstufenmodell',
  levels: Array.from({ length: 10 }, (_, at) => ({
    id: `level-${at}`,
    name: `Produktverantwortungsgruppenleiterin Stufe ${at + 1}`,
    title: 'Produktverantwortungsgruppenleiterin',
    summary: 'Leitet.',
  })),
  skillAreas: LADDER.skillAreas.map((area) => ({
    ...area,
    name: 'Anspruchsgruppenkommunikationsverantwortung',
    subSkills: area.subSkills.map((one) => ({
      ...one,
      expectations: { 'level-0': { all: ['Fragt.'] }, 'level-1': { all: ['Fragt alle.'] } },
    })),
  })),
};

let rung: InChromium;

let site: Site;

shareChromium({ '/': REVIEW_PAGE }, (shared) => {
  ({ rung, site } = shared);
});

/** What is wider than the room it stands in. */
const tooWide = (view: Page | Frame) =>
  view.evaluate(() => {
    const rooms = [document.documentElement, ...document.querySelectorAll('#room, dialog')];
    return rooms.flatMap((one) =>
      one.scrollWidth > one.clientWidth + 1 ? [`${one.localName} ${one.scrollWidth}`] : [],
    );
  });

/** Facts whose dot is seen where a line begins, or that begin elsewhere than their line does. */
const strayDots = (view: Page) =>
  view.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.facts')].flatMap((line) => {
      const edge = line.getBoundingClientRect().left;
      const facts = [...line.querySelectorAll<HTMLElement>(':scope > span > span')];
      const places = facts.map((fact) => fact.getBoundingClientRect());
      return facts.flatMap((fact, at) => {
        const before = places[at - 1];
        const begins = !before || (places[at]?.top ?? 0) >= before.bottom - 1;
        const dot = places[at]?.left ?? 0;
        const words = dot + Number.parseFloat(getComputedStyle(fact).paddingInlineStart);
        const isRight = begins ? dot < edge && Math.abs(words - edge) < 1 : dot >= edge;
        return isRight && getComputedStyle(line).overflow === 'clip' ? [] : [fact.textContent];
      });
    }),
  );

/** What is said of a level in Coverage and reaches out of the level's column. */
async function besideTheirColumns(panel: Page): Promise<(string | null)[]> {
  await panel.getByRole('tab', { name: 'Coverage' }).click();
  const words = panel.locator('.coverage-grid thead :is(.level-name, .label:not(:empty))');
  await words.first().waitFor();
  return words.evaluateAll((all) =>
    all.flatMap((one) => {
      const column = one.closest('th')?.getBoundingClientRect();
      // What does not fit into an element reaches out of it, and that is asked of its words.
      const range = document.createRange();
      range.selectNodeContents(one);
      const cut = getComputedStyle(one).overflow === 'hidden' ? one : range;
      const { left, right } = cut.getBoundingClientRect();
      const isIn = column && left >= column.left - 1 && right <= column.right + 1;
      return isIn ? [] : [one.textContent];
    }),
  );
}

async function openAt(path: string, textSize: number): Promise<Page> {
  const view = await rung.extensionPage(path, NARROW);
  // As the browser's own setting does.
  await view.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}px`;
  }, textSize);
  return view;
}

describe.each([16, 20, 24])('in a narrow panel, with a text size of %i', (size) => {
  it('no room scrolls sideways', async () => {
    await seedEvidence(rung.storage, 3);
    const panel = await openAt('/sidepanel.html', size);
    for (const room of ['Ladder', 'Evidence', 'Coverage', 'Export']) {
      await panel.getByRole('tab', { name: room }).click();
      await panel.getByRole('tab', { name: room, selected: true }).waitFor();
      if (room === 'Evidence') await panel.getByRole('button', { name: 'Filter' }).click();
      expect([room, await tooWide(panel)]).toEqual([room, []]);
    }
  });

  it('long names give way, and words that no line has room for are broken', async () => {
    const options = await rung.extensionPage('/options.html');
    await chooseFile(options, 'Import a ladder…', 'long.json', LADDER);
    await options.getByText(LADDER.name, { exact: true }).first().waitFor();
    const settings = { ...SETTLED.settings, ladder: LADDER.id, level: 'one' };
    const record = { ...seededRecord(0), ladder: LADDER.id, subSkill: 'word', level: 'one' };
    await rung.storage.set({ settings, [keyOf(record)]: record });

    const panel = await openAt('/sidepanel.html', size);
    const name = panel.locator('.result-name');
    await panel.getByRole('searchbox').fill('roadmaps');
    await name.first().waitFor();
    expect(await tooWide(panel)).toEqual([]);
    // Half of the line at least is the name's.
    const { width = 0 } = (await name.first().boundingBox()) ?? {};
    expect(width).toBeGreaterThan(NARROW.width / 3);

    await panel.getByRole('searchbox').fill('');
    await panel.getByRole('button', { name: WORD }).click();
    await panel.getByRole('heading', { name: WORD, level: 2 }).waitFor();
    expect(await tooWide(panel)).toEqual([]);

    await panel.getByRole('tab', { name: 'Evidence' }).click();
    expect(await strayDots(panel)).toEqual([]);
    const remove = await panel.getByRole('button', { name: 'Delete' }).boundingBox();
    expect((remove?.x ?? NARROW.width) + (remove?.width ?? 0)).toBeLessThanOrEqual(NARROW.width);
    for (const room of ['Coverage', 'Export']) {
      await panel.getByRole('tab', { name: room }).click();
      expect([room, await tooWide(panel)]).toEqual([room, []]);
    }
  });
});

// A panel of 360 and one of 400 px at 200 %, and the narrowest the browser lets it become at that.
describe.each([180, 200, 256])('with room for %i px', (width) => {
  it('no view of the panel is cut off or scrolls sideways', async () => {
    await seedEvidence(rung.storage, 12);
    const panel = await rung.extensionPage('/sidepanel.html', { width, height: 400 });
    const looked: [string, string[]][] = [];
    const look = async (name: string) => looked.push([name, await tooWide(panel)]);
    const tab = (name: string) => panel.getByRole('tab', { name }).click();

    await panel.getByRole('heading', { name: 'Insight Driven' }).waitFor();
    await look('all sub-skills');
    const dialog = panel.getByRole('dialog');
    const lookIn = async (name: string) => {
      // Before it is there, Escape would not be its own, and it would come over what follows.
      await dialog.waitFor();
      await look(name);
      await panel.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    };
    await panel.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await lookIn('keys');
    await panel.getByTitle('Change ladder or level').click();
    await lookIn('ladder and level');
    await panel.getByRole('searchbox').fill('roadmap');
    await panel.locator('.result.open').waitFor();
    await look('found');
    await panel.getByRole('searchbox').fill('');
    await panel.getByRole('button', { name: 'Competitive Insight' }).click();
    await panel.getByRole('heading', { name: 'Competitive Insight', level: 2 }).waitFor();
    await look('sub-skill');

    await tab('Evidence');
    await panel.getByRole('button', { name: 'Filter' }).click();
    await panel.getByLabel('Whose view').waitFor();
    await look('filter');
    await panel.getByRole('button', { name: 'Edit' }).first().click();
    const save = panel.getByRole('button', { name: 'Save changes' });
    await save.scrollIntoViewIfNeeded();
    await look('edit');
    // Nothing that stays in sight lies over what is written in.
    await save.click();
    await save.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Delete' }).first().click();
    await panel.getByRole('button', { name: 'Undo' }).waitFor();
    await look('undo');

    for (const name of ['Coverage', 'Export']) {
      await tab(name);
      await panel.getByRole('tab', { name, selected: true }).waitFor();
      await look(name);
    }
    expect(looked.filter(([, wide]) => wide.length > 0)).toEqual([]);
  });

  it('no level of coverage lies over the next', async () => {
    const panel = await rung.extensionPage('/sidepanel.html', { width, height: 400 });
    expect(await besideTheirColumns(panel)).toEqual([]);
  });
});

it('a notice with buttons leaves its words a line of their own at 180 px', async () => {
  await seedEvidence(rung.storage, 2);
  const panel = await rung.extensionPage('/sidepanel.html', { width: 180, height: 640 });
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Delete' }).first().click();
  await panel.getByText('Deleted', { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Tag the selection' }).click();
  await panel.getByRole('button', { name: 'Undo: Deleted' }).waitFor();
  const [toast, words] = await panel
    .locator('.toast, .toast-line:first-child > .spoken')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(words?.width).toBeGreaterThan((toast?.width ?? 0) * 0.8);
  expect(words?.height).toBeLessThan(200);
});

it('a notice lies over no button of a form at 360 px', async () => {
  await seedEvidence(rung.storage, 2);
  const panel = await rung.extensionPage('/sidepanel.html', { width: 360, height: 640 });
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Delete' }).first().click();
  await panel.getByText('Deleted', { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Tag a pasted passage' }).click();
  const save = await panel.getByRole('button', { name: /^Tag as/ }).boundingBox();
  const notice = await panel.locator('.toast').boundingBox();
  if (!save || !notice) throw new Error('One of the two is not drawn.');
  expect(save.y + save.height).toBeLessThanOrEqual(notice.y);
  expect(notice.y + notice.height).toBeLessThanOrEqual(640);
});

describe.each([200, 256])('with room for no less than %i px', (width) => {
  it('what lies under a notice can be scrolled out from under it', async () => {
    await seedEvidence(rung.storage, 4);
    const panel = await rung.extensionPage('/sidepanel.html', { width, height: 400 });
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    const first = panel.locator('.evidence').first();
    await first.waitFor();
    const y = (await first.boundingBox())?.y;
    await rung.storage.set({ 'evidence:0:damaged': 'no record' });
    await panel.reload();
    // Which room was open is stored only a moment after.
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    const toast = panel.locator('.toast', { hasText: 'damaged' });
    await toast.waitFor();
    await first.waitFor();
    expect((await first.boundingBox())?.y).toBe(y);
    await panel.locator('#room').evaluate((room) => room.scrollTo(0, 100_000));
    const last = await panel.locator('.evidence').last().boundingBox();
    const top = (await toast.boundingBox())?.y ?? 0;
    expect((last?.y ?? top) + (last?.height ?? 0)).toBeLessThanOrEqual(top);
    expect(await tooWide(panel)).toEqual([]);

    await toast.getByRole('button', { name: 'Close' }).click();
    await toast.waitFor({ state: 'detached' });
    expect(await panel.locator('.evidence').last().boundingBox()).toEqual(last);
  });

  it('the coverage stays a grid to whoever is read it', async () => {
    const record = { ...seededRecord(0), subSkill: 'competitive-insight', level: 'senior-pm' };
    await rung.storage.set({ [keyOf(record)]: record });
    const panel = await rung.extensionPage('/sidepanel.html', { width, height: 400 });
    await panel.getByRole('tab', { name: 'Coverage' }).click();
    const row = panel.getByRole('row', { name: /^Competitive Insight/ });
    await row.getByRole('rowheader', { name: 'Competitive Insight' }).waitFor();
    expect(await row.getByRole('cell').count()).toBe(5);
    const columns = panel.getByRole('columnheader');
    expect(await columns.count()).toBe(5);
    // Each level's name stands over its cells.
    const [head, cell] = await Promise.all(
      [columns.nth(2), row.getByRole('cell').nth(2)].map((one) => one.boundingBox()),
    );
    expect(cell?.x).toBeCloseTo(head?.x ?? -1, 0);
    expect(cell?.width).toBeGreaterThanOrEqual(24);
  });

  it('neither is the picker, beside a page as narrow', async () => {
    const page = await rung.open(site.url());
    await page.setViewportSize({ width, height: 500 });
    const { picker } = await tagIn(rung, site.url());
    await picker.getByRole('option').first().waitFor();
    expect(await tooWide(picker)).toEqual([]);
    const save = picker.getByRole('button', { name: /^Tag as/ });
    const { right } = await save.evaluate((one) => one.getBoundingClientRect());
    expect(right).toBeLessThanOrEqual(width - 16);
  });
});

it('levels that begin alike are told apart in the two fields that name them', async () => {
  const levels = [1, 2, 3].map((step) => ({
    ...WORDY.levels[0],
    id: `level-${step - 1}`,
    name: `Group lead for product, step ${step}`,
  }));
  const options = await rung.extensionPage('/options.html');
  await chooseFile(options, 'Import a ladder…', 'alike.json', { ...WORDY, levels });
  await options.getByText(WORDY.name, { exact: true }).first().waitFor();
  const settings = { ...SETTLED.settings, ladder: WORDY.id, level: 'level-0' };
  await rung.storage.set({ settings });
  const panel = await openAt('/sidepanel.html', 16);
  await panel.getByRole('button', { name: WORD }).click();
  const fields = panel.locator('.level-pair select');
  await fields.first().waitFor();
  // As wide as the longest of its names, and no less.
  const lacking = await fields.evaluateAll((all) =>
    all.map((one) => {
      const { width } = one.getBoundingClientRect();
      (one as HTMLElement).style.cssText = 'flex: none; max-width: none; width: max-content';
      return Math.max(0, one.getBoundingClientRect().width - width);
    }),
  );
  expect(lacking).toEqual([0, 0]);

  const record = { ...seededRecord(0), ladder: WORDY.id, subSkill: 'word', level: 'level-0' };
  await rung.storage.set({ [keyOf(record)]: record });
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Edit' }).click();
  const fit = await panel.getByRole('combobox', { name: 'Level', exact: true }).evaluate((one) => {
    const { width } = one.getBoundingClientRect();
    (one as HTMLElement).style.cssText = 'justify-self: start; width: max-content';
    return width - one.getBoundingClientRect().width;
  });
  expect(fit).toBeGreaterThanOrEqual(0);
});

it('fields say the whole of what is chosen, also where no line has room for it', async () => {
  const levels = [1, 2].map((step) => ({
    ...WORDY.levels[0],
    id: `level-${step - 1}`,
    name: `Group lead for products and platforms in all of our countries, step ${step}`,
  }));
  const options = await rung.extensionPage('/options.html');
  await chooseFile(options, 'Import a ladder…', 'alike.json', { ...WORDY, levels });
  await options.getByText(WORDY.name, { exact: true }).first().waitFor();
  const settings = { ...SETTLED.settings, ladder: WORDY.id, level: 'level-0' };
  const record = { ...seededRecord(0), ladder: WORDY.id, subSkill: 'word', level: 'level-0' };
  await rung.storage.set({ settings, [keyOf(record)]: record });
  const panel = await openAt('/sidepanel.html', 16);
  /** What each field says to the eye, and how much of it lies beyond the field. */
  const said = () =>
    panel.locator('.select').evaluateAll((all) =>
      all.map((one) => {
        const [field, words] = one.children as unknown as [HTMLSelectElement, HTMLElement];
        const [inner, outer] = [words.getBoundingClientRect(), field.getBoundingClientRect()];
        const beyond = Math.max(outer.top - inner.top, inner.bottom - outer.bottom, 0);
        const across = Math.max(
          words.scrollWidth - words.clientWidth,
          inner.width - outer.width,
          0,
        );
        const drawn = JSON.parse(getComputedStyle(words, '::before').content);
        const isSame = drawn === field.selectedOptions[0]?.textContent;
        return [isSame ? drawn : 'something else', beyond, across];
      }),
    );
  await panel.getByRole('button', { name: WORD }).click();
  await panel.locator('.level-pair').waitFor();
  expect(await said()).toEqual([
    [`${levels[0]?.name} (you)`, 0, 0],
    [levels[1]?.name, 0, 0],
  ]);

  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Filter' }).click();
  await panel.getByRole('combobox', { name: 'Level' }).selectOption({ index: 1 });
  await expect.poll(said).toContainEqual([levels[0]?.name, 0, 0]);
  expect(await tooWide(panel)).toEqual([]);
});

it('the question for ladder and level has its buttons in one line', async () => {
  const panel = await rung.extensionPage('/sidepanel.html', NARROW);
  await panel.getByTitle('Change ladder or level').click();
  const places = () =>
    panel
      .locator('.setup-actions > .button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  await expect.poll(places).toHaveLength(2);
  const [use, cancel] = await places();
  expect(cancel).toBe(use);
});

it('coverage shows the whole of levels with long names, in two lines', async () => {
  const levels = ['Product', 'Portfolio', 'Programme', 'Platform', 'Partner', 'Planning'].map(
    (what, at) => ({
      ...WORDY.levels[0],
      id: `level-${at}`,
      name: `Senior Director of ${what} Management`,
    }),
  );
  const options = await rung.extensionPage('/options.html');
  await chooseFile(options, 'Import a ladder…', 'long-levels.json', { ...WORDY, levels });
  await options.getByText(WORDY.name, { exact: true }).first().waitFor();
  const settings = { ...SETTLED.settings, ladder: WORDY.id, level: 'level-0' };
  await rung.storage.set({ settings });
  const panel = await rung.extensionPage('/sidepanel.html', NARROW);
  expect(await besideTheirColumns(panel)).toEqual([]);
  const cut = await panel
    .locator('.level-name')
    .evaluateAll((all) =>
      all.flatMap((one) =>
        one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth
          ? [one.textContent]
          : [],
      ),
    );
  expect(cut).toEqual([]);
});

it('a count of four digits stands in one line of its cell', async () => {
  const many = Array.from({ length: 1_200 }, (_, n) => {
    const one = { ...seededRecord(n), subSkill: 'customer-focus', level: 'senior-pm' };
    return [keyOf(one), one] as const;
  });
  await rung.storage.set(Object.fromEntries(many));
  const panel = await rung.extensionPage('/sidepanel.html', NARROW);
  await panel.getByRole('tab', { name: 'Coverage' }).click();
  const cell = panel.getByRole('button', { name: /1,200 pieces of evidence/ });
  await cell.waitFor();
  const { lines, beyond } = await cell.evaluate((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const { left, right } = range.getBoundingClientRect();
    const box = one.getBoundingClientRect();
    return {
      lines: new Set(Array.from(range.getClientRects(), ({ top }) => top)).size,
      beyond: Math.max(box.left - left, right - box.right),
    };
  });
  expect(lines).toBe(1);
  expect(beyond).toBeLessThanOrEqual(0);
});

it('the search fields grow with their text', async () => {
  await seedEvidence(rung.storage, 1);
  const panel = await openAt('/sidepanel.html', 32);
  for (const room of ['Ladder', 'Evidence']) {
    await panel.getByRole('tab', { name: room }).click();
    const field = panel.getByRole('searchbox');
    await field.waitFor();
    const { height, line } = await field.evaluate((one) => ({
      height: one.clientHeight,
      line: Number.parseFloat(getComputedStyle(one).fontSize) * 1.45,
    }));
    expect([room, height]).toEqual([room, expect.closeTo(66, 0)]);
    expect(height).toBeGreaterThan(line);
    expect(await tooWide(panel)).toEqual([]);
  }
});

it('a count in Coverage stays in its cell, however large it is', async () => {
  await seedEvidence(rung.storage, 1);
  const panel = await openAt('/sidepanel.html', 32);
  await panel.getByRole('tab', { name: 'Coverage' }).click();
  const beyond = await panel.locator('.cell-count').evaluate((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const [words, cell] = [range.getBoundingClientRect(), one.getBoundingClientRect()];
    return Math.max(cell.top - words.top, words.bottom - cell.bottom);
  });
  expect(beyond).toBeLessThanOrEqual(0);
});

it('what has nothing to say takes no room: below days, and in the options', async () => {
  await seedEvidence(rung.storage, 1);
  const panel = await rung.extensionPage('/sidepanel.html', NARROW);
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Filter' }).click();
  await panel.getByLabel('Whose view').selectOption({ index: 1 });
  const clear = panel.locator('.filter-actions');
  await clear.getByRole('button', { name: 'Show everything' }).waitFor();
  const [days, actions] = [await panel.getByLabel('From').boundingBox(), await clear.boundingBox()];
  expect((actions?.y ?? 0) - (days?.y ?? 0) - (days?.height ?? 0)).toBeCloseTo(8, 0);

  const options = await rung.extensionPage('/options.html', NARROW);
  await options.getByRole('heading', { name: 'Sites' }).waitFor();
  const below = await options.locator('.options section').evaluateAll((all) =>
    all.map((section) => {
      const seen = [...section.querySelectorAll('p, button, input, li')];
      const last = Math.max(...seen.map((one) => one.getBoundingClientRect().bottom));
      return Math.round(section.getBoundingClientRect().bottom - last);
    }),
  );
  expect(below.filter((room) => room > 1)).toEqual([]);
});

it('what the picker says of a passage that was tagged has room for its words at 240 px', async () => {
  const page = await rung.open(site.url());
  await page.setViewportSize({ width: 240, height: 500 });
  const { page: narrow, picker } = await tagIn(rung, site.url());
  await narrow.setViewportSize({ width: 240, height: 500 });
  await picker.getByRole('combobox', { name: 'Which sub-skill?' }).fill('roadmap');
  await picker.getByRole('button', { name: 'Tag as Roadmap creation & rationale' }).click();
  const saved = picker.locator('.saved');
  const words = await saved.getByText('Tagged as').boundingBox();
  const all = await saved.boundingBox();
  expect(words?.width).toBeGreaterThan((all?.width ?? 0) * 0.8);
});

it('the options are not cut off at 320 px', async () => {
  const options = await rung.extensionPage('/options.html', { width: 320, height: 500 });
  await chooseFile(options, 'Import a ladder…', 'long.json', { ...LADDER, [WORD]: 1, levels: [] });
  await options.getByText('is not a ladder yet', { exact: false }).waitFor();
  expect(await tooWide(options)).toEqual([]);
  await chooseFile(options, 'Import a ladder…', 'long.json', { ...LADDER, [WORD.repeat(3)]: 1 });
  await options.getByText('They were left out', { exact: false }).waitFor();
  expect(await tooWide(options)).toEqual([]);
});

it('what a backup leaves to decide has room for its words beside its buttons', async () => {
  const options = await rung.extensionPage('/options.html', { width: 320, height: 500 });
  await chooseFile(options, 'Import a ladder…', 'long.json', LADDER);
  await options.getByText(LADDER.name, { exact: true }).first().waitFor();
  await chooseFile(options, 'Restore a backup…', 'backup.json', {
    format: 'rung-evidence',
    version: 1,
    evidence: [],
    settings: { ...SETTLED.settings, level: 'staff-pm', periodTo: '2026-06-30' },
    ladders: [
      { ...LADDER, summary: 'In another version.' },
      { ...LADDER, id: 'intercom-pm', name: 'Our own ladder' },
    ],
  });
  const rows = options.locator('.rows li', { hasText: 'The backup' });
  await rows.nth(2).waitFor();
  const widths = await rows.evaluateAll((all) =>
    all.map((row) => [row, row.firstElementChild].map((one) => one?.getBoundingClientRect().width)),
  );
  for (const [row = 0, words = 0] of widths) expect(words).toBeGreaterThan(row / 2);
  expect(await tooWide(options)).toEqual([]);
});

describe('of a ladder of nothing but long words', () => {
  const settings = { ...SETTLED.settings, ladder: WORDY.id, level: 'level-0' };

  async function useWordy(): Promise<void> {
    const options = await rung.extensionPage('/options.html', { width: 320, height: 760 });
    await chooseFile(options, 'Import a ladder…', 'wordy.json', WORDY);
    await options.getByText(WORDY.name, { exact: true }).first().waitFor();
    const record = { ...seededRecord(0), ladder: WORDY.id, subSkill: 'word', level: 'level-0' };
    await rung.storage.set({ settings, [keyOf(record)]: record });
    expect(['options', await tooWide(options)]).toEqual(['options', []]);
    await options.close();
  }

  it('no view is wider than its window', async () => {
    await useWordy();
    const panel = await rung.extensionPage('/sidepanel.html', { width: 320, height: 760 });
    await panel.getByRole('searchbox').fill('roadmaps');
    await panel.locator('.result.open').waitFor();
    expect(['found', await tooWide(panel)]).toEqual(['found', []]);
    const columns = await panel
      .locator('.column')
      .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    expect(columns.every((over) => over <= 0)).toBe(true);
    await panel.getByRole('searchbox').fill('');
    for (const room of ['Evidence', 'Coverage', 'Export', 'Ladder']) {
      await panel.getByRole('tab', { name: room }).click();
      await panel.getByRole('tab', { name: room, selected: true }).waitFor();
      expect([room, await tooWide(panel)]).toEqual([room, []]);
    }
    await panel.close();

    const { picker } = await tagIn(rung, site.url());
    await picker.locator('.option').first().waitFor();
    expect(['picker', await tooWide(picker)]).toEqual(['picker', []]);
    await rung.key('Escape');
    await rung.command('_execute_action');
    const popup = await rung.view('/popup.html');
    await popup.getByRole('searchbox').fill('roadmaps');
    await popup.locator('.result.open').waitFor();
    expect(['popup', await tooWide(popup)]).toEqual(['popup', []]);
  });

  it('no level of coverage lies over the next', async () => {
    await useWordy();
    const panel = await rung.extensionPage('/sidepanel.html', { width: 320, height: 760 });
    expect(await besideTheirColumns(panel)).toEqual([]);
  });
});
