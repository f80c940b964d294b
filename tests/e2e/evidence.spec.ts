import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { documentKey } from '../../data/document-key';
import { keyOf } from '../../data/evidence/keys';
import type { Evidence } from '../../data/evidence/record';
import intercom from '../../data/ladders/intercom-pm.json';
import type { InChromium } from './harness/chromium';
import { seedEvidence, seededRecord } from './harness/seed';
import type { Site } from './harness/serve';
import { until } from './harness/until';
import { PASSAGE, REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';
import { evidenceStored, oneStored, storedEvidence } from './support/stored';

let site: Site;
let rung: InChromium;

shareChromium({ '/': REVIEW_PAGE }, (shared) => {
  ({ site, rung } = shared);
});

async function openEvidence(): Promise<Page> {
  await rung.open(site.url());
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  return panel;
}

const shownIds = (panel: Page) =>
  panel
    .locator('.evidence')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.id));
const count = (panel: Page) => panel.locator('.list-count').textContent();
const quote = (one: Evidence) => one.target.selector[0].exact;

/** Where a record stands in the list: the newest first. */
const newestFirst = (records: readonly Evidence[]) => records.map(({ id }) => id).reverse();

async function openFilter(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Filter' }).click();
  await panel.locator('.filters').waitFor();
}

describe('the list', () => {
  it('says what to do where there is none', async () => {
    const panel = await openEvidence();
    await panel.getByText('No evidence yet', { exact: true }).waitFor();
    await panel.getByText('Select a passage in the document you are writing').waitFor();
  });

  it('shows each piece with sub-skill, level, view, day, words, note and source', async () => {
    const [record] = await seedEvidence(rung.storage, 4);
    if (!record) throw new Error('Nothing was seeded.');
    const panel = await openEvidence();
    expect(await count(panel)).toBe('4 pieces of evidence');

    const item = panel.locator(`.evidence[data-id="${record.id}"]`);
    // A view of the browser's own may have begun before the driver told it the language.
    expect(await item.locator('.evidence-head p').textContent()).toMatch(
      /^Customer focus Associate PM Self (5 Jan 2026|Jan 5, 2026)$/,
    );
    expect(await item.locator('blockquote').textContent()).toBe(quote(record));
    const link = item.getByRole('link', { name: 'Review notes 1' });
    expect(await link.getAttribute('href')).toBe(record.target.source);
    await panel.getByText('Use this one first.').waitFor();
  });

  it('has the newest on top', async () => {
    const records = await seedEvidence(rung.storage, 12);
    const panel = await openEvidence();
    await expect.poll(() => shownIds(panel)).toEqual(newestFirst(records));
  });
});

describe('search and filter', () => {
  it('finds words of the quote, of the note and of the title', async () => {
    const records = await seedEvidence(rung.storage, 30);
    const panel = await openEvidence();
    const field = panel.getByRole('searchbox');

    await field.click();
    await rung.display.type('pricing');
    const pricing = records.filter((one) => /pricing/.test(quote(one)));
    await expect
      .poll(async () => (await shownIds(panel)).sort())
      .toEqual(pricing.map(({ id }) => id).sort());
    expect(await count(panel)).toBe(`${pricing.length} of 30 pieces of evidence`);

    await field.fill('Ines');
    const noted = records.filter((one) => /Ines/.test(one.note));
    await expect.poll(async () => (await shownIds(panel)).length).toBe(noted.length);

    await field.fill('zzqx');
    await panel.getByRole('heading', { name: 'Nothing in your evidence matches “zzqx”' }).waitFor();
    await panel.getByText('Try a word of the passage', { exact: false }).waitFor();
    await panel.getByRole('button', { name: 'Show everything' }).click();
    await expect.poll(() => count(panel)).toBe('30 pieces of evidence');
    await field.and(panel.locator(':focus')).waitFor();
  });

  it('marks what was found, and says what a slip may have meant', async () => {
    await seedEvidence(rung.storage, 12);
    const panel = await openEvidence();
    const field = panel.getByRole('searchbox');
    const marked = (within: string) => panel.locator(`${within} mark`).allTextContents();

    await field.fill('pricing');
    await expect.poll(() => marked('.quote')).toEqual(['pricing', 'pricing']);
    await field.fill('Ines');
    await expect.poll(async () => (await marked('.evidence-note'))[0]).toBe('Ines');
    await field.fill('notes');
    await expect.poll(async () => (await marked('.evidence-source'))[0]).toBe('notes');

    await field.fill('pircing');
    await panel.getByRole('button', { name: 'pricing' }).click();
    await expect.poll(() => field.inputValue()).toBe('pricing');
    await field.and(panel.locator(':focus')).waitFor();
    await panel.getByRole('button', { name: 'Clear the search' }).click();
    await field.and(panel.locator(':focus')).waitFor();
    await expect.poll(() => count(panel)).toBe('12 pieces of evidence');
  });

  it('has what empties its search inside the field, which keeps its width', async () => {
    await seedEvidence(rung.storage, 1);
    const panel = await openEvidence();
    const field = panel.getByRole('searchbox');
    const before = await field.boundingBox();
    await field.fill('silence');
    const clear = await panel.getByRole('button', { name: 'Clear the search' }).boundingBox();
    if (!before || !clear) throw new Error('The field or its button is not there.');
    expect(await field.boundingBox()).toEqual(before);
    expect(clear.x + clear.width).toBeLessThanOrEqual(before.x + before.width);
  });

  it('folds a long passage, but not away from what was found in it', async () => {
    const record = seededRecord(0);
    const exact = `${'I wrote the options down. '.repeat(60)}Then we shipped.`;
    const selector = [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }];
    const long = { ...record, target: { ...record.target, selector } };
    await rung.storage.set({ [keyOf(record)]: long });
    const panel = await openEvidence();
    const passage = panel.locator('.quote');
    const height = async () => (await passage.boundingBox())?.height ?? 0;
    await panel.getByRole('button', { name: 'Show the whole passage' }).waitFor();
    const folded = await height();
    expect(folded).toBeLessThan(120);
    await panel.getByRole('button', { name: 'Show the whole passage' }).click();
    await expect.poll(height).toBeGreaterThan(2 * folded);
    await panel.getByRole('button', { name: 'Show less' }).click();
    await expect.poll(height).toBe(folded);
    await panel.getByRole('searchbox').fill('shipped');
    await expect.poll(height).toBeGreaterThan(2 * folded);
    expect(await panel.locator('.quote mark').textContent()).toBe('shipped');
  });

  it('folds a long note, too', async () => {
    const record = { ...seededRecord(0), note: 'Ines said so in March. '.repeat(60) };
    await rung.storage.set({ [keyOf(record)]: record });
    const panel = await openEvidence();
    const note = panel.locator('.evidence-note');
    const height = async () => (await note.boundingBox())?.height ?? 0;
    const folded = await height();
    await panel.getByRole('button', { name: 'Show the whole note' }).click();
    await expect.poll(height).toBeGreaterThan(folded * 2);
    await panel.getByRole('button', { name: 'Show less' }).click();
    await expect.poll(height).toBe(folded);
  });

  it('narrows by sub-skill, level, document, view and days, and all of them together', async () => {
    const records = await seedEvidence(rung.storage, 60);
    const panel = await openEvidence();
    await openFilter(panel);
    const expectShown = (passes: (one: Evidence) => boolean) =>
      expect
        .poll(() => count(panel))
        .toBe(`${records.filter(passes).length} of 60 pieces of evidence`);
    const clear = () => panel.getByRole('button', { name: 'Show everything' }).click();

    await panel.getByLabel('Sub-skill').selectOption('Customer focus');
    await expectShown((one) => one.subSkill === 'customer-focus');
    await panel.getByLabel(/^Level/).selectOption('Associate PM');
    await expectShown((one) => one.subSkill === 'customer-focus' && one.level === 'associate-pm');
    await clear();

    await panel.getByLabel(/^Document/).selectOption('Review notes 2');
    await expectShown((one) => one.target.title === 'Review notes 2');
    await clear();

    await panel.getByLabel('Whose view').selectOption('Manager feedback');
    await expectShown((one) => one.kind === 'manager');
    await clear();

    await panel.getByLabel('From', { exact: true }).fill('2026-01-08');
    await panel.getByLabel('To', { exact: true }).fill('2026-01-10');
    await expectShown((one) => one.created >= '2026-01-08' && one.created < '2026-01-11');
  });

  it('narrows to the page in front', async () => {
    const records = await seedEvidence(rung.storage, 3);
    const here: Evidence = { ...seededRecord(90), id: 'here' };
    const target = { ...here.target, source: site.url(), document: documentKey(site.url()) };
    await rung.storage.set({ [keyOf({ ...here, target })]: { ...here, target } });
    const page = await rung.open(site.url());
    await rung.clickIcon(page);
    await rung.key('Escape');
    const panel = await rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    await panel
      .locator('.this-page')
      .getByText('1 piece of evidence', { exact: false })
      .first()
      .waitFor();
    expect((await shownIds(panel)).length).toBe(records.length + 1);

    await openFilter(panel);
    await panel.getByRole('button', { name: 'Only this page' }).click();

    await expect.poll(() => shownIds(panel)).toEqual(['here']);
  });
});

describe('a piece of evidence', () => {
  it('can be edited, and its quote stays as it was', async () => {
    const [record] = await seedEvidence(rung.storage, 1);
    if (!record) throw new Error('Nothing was seeded.');
    const panel = await openEvidence();
    await panel.getByRole('button', { name: 'Edit' }).click();
    const form = panel.locator('.edit-evidence');
    await form.getByLabel('Sub-skill').selectOption('Learn fast');
    await form.getByLabel(/^Level/).selectOption('Staff PM');
    await form.getByLabel('Whose view').selectOption('Peer feedback');
    await form.getByLabel('Note (optional)').fill('Better here');
    await form.getByRole('button', { name: 'Save changes' }).click();
    await form.waitFor({ state: 'detached' });

    const changed = await oneStored(rung.storage);
    expect(changed).toEqual({
      ...record,
      subSkill: 'learn-fast',
      level: 'staff-pm',
      kind: 'peer',
      note: 'Better here',
      modified: changed.modified,
    });
    expect(changed.modified > record.modified).toBe(true);
  });

  it.each(['Sub-skill', /^Level/, 'Whose view'])(
    'takes the first choice that is made by hand: %s',
    async (name) => {
      await seedEvidence(rung.storage, 1);
      const panel = await openEvidence();
      await panel.getByRole('button', { name: 'Edit' }).click();
      // The form takes the keyboard a moment after it is drawn.
      await panel.locator('.edit-evidence select:focus').waitFor();
      const field = panel.locator('.edit-evidence').getByLabel(name);
      await field.focus();
      const before = await field.inputValue();
      await rung.key('ArrowDown');
      await expect.poll(() => field.inputValue()).not.toBe(before);
      const chosen = await field.inputValue();
      await panel.getByRole('button', { name: 'Save changes' }).click();
      await panel.locator('.edit-evidence').waitFor({ state: 'detached' });
      const { subSkill, level, kind, ladder } = await oneStored(rung.storage);
      expect([`${ladder}/${subSkill}`, level, kind]).toContain(chosen);
    },
  );

  it('keeps a level its ladder does not have, and what another window changed meanwhile', async () => {
    const record: Evidence = { ...seededRecord(0), level: 'distinguished-pm' };
    await rung.storage.set({ [keyOf(record)]: record });
    const panel = await openEvidence();
    await panel.getByRole('button', { name: 'Edit' }).click();
    const form = panel.locator('.edit-evidence');
    const level = form.getByLabel(/^Level/);
    expect(await level.inputValue()).toBe('distinguished-pm');
    await rung.storage.set({ [keyOf(record)]: { ...record, note: 'Written elsewhere' } });
    await form.getByLabel('Whose view').selectOption('Peer feedback');
    await form.getByRole('button', { name: 'Save changes' }).click();
    await form.waitFor({ state: 'detached' });

    const { modified: _modified, ...changed } = await oneStored(rung.storage);
    const { modified: _before, ...expected } = record;
    expect(changed).toEqual({ ...expected, kind: 'peer', note: 'Written elsewhere' });
    const focused = panel.getByRole('button', { name: 'Edit' }).and(panel.locator(':focus'));
    await focused.waitFor();
  });

  it('stays as it was when the edit is left with Escape', async () => {
    const records = await seedEvidence(rung.storage, 1);
    const panel = await openEvidence();
    await panel.getByRole('button', { name: 'Edit' }).click();
    await panel.getByLabel('Note (optional)').fill('Never mind');
    await rung.key('Escape');
    await panel.getByText('Press Escape again to discard what you wrote').waitFor();
    // Nor does a click on the pencil put it away.
    await panel.getByRole('button', { name: 'Edit' }).click();
    expect(await panel.getByLabel('Note (optional)').inputValue()).toBe('Never mind');
    await rung.key('Escape');
    await panel.locator('.edit-evidence').waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Edit' }).and(panel.locator(':focus')).waitFor();

    expect(await storedEvidence(rung.storage)).toEqual(records);
  });

  it('can be deleted, and brought back as it was', async () => {
    const records = await seedEvidence(rung.storage, 3);
    const panel = await openEvidence();
    await panel.getByRole('button', { name: 'Delete' }).nth(1).click();
    await evidenceStored(rung.storage, 2);
    await expect.poll(async () => (await shownIds(panel)).length).toBe(2);

    await panel.getByRole('button', { name: 'Undo' }).click();

    expect(await evidenceStored(rung.storage, 3)).toEqual(records);
    await expect.poll(() => shownIds(panel)).toEqual(newestFirst(records));
  });

  it('that were deleted one after the other come back together, by the keys', async () => {
    const records = await seedEvidence(rung.storage, 4);
    const panel = await openEvidence();
    await panel.getByRole('button', { name: 'Delete' }).first().focus();
    await rung.key('Enter');
    await expect.poll(() => shownIds(panel)).toEqual(newestFirst(records.slice(0, 3)));
    const focused = panel.locator('.evidence:focus');
    await expect.poll(() => focused.getAttribute('data-id')).toBe(records[2]?.id);
    await panel.getByRole('button', { name: 'Delete' }).nth(1).click();
    await panel.getByText('2 pieces of evidence deleted').waitFor();
    await expect.poll(() => focused.getAttribute('data-id')).toBe(records[0]?.id);

    await panel.getByRole('searchbox').click();
    await rung.key('Control+z');
    await panel.getByText('2 pieces of evidence deleted').waitFor();
    expect((await storedEvidence(rung.storage)).length).toBe(2);
    await panel.locator('.evidence').first().click();
    await rung.key('Control+z');

    expect(await evidenceStored(rung.storage, 4)).toEqual(records);
    await expect.poll(() => shownIds(panel)).toEqual(newestFirst(records));
  });

  it('can be brought back for as long as somebody points at the offer', async () => {
    await seedEvidence(rung.storage, 1);
    const panel = await openEvidence();
    await panel.getByRole('button', { name: 'Delete' }).click();
    const toast = panel.locator('.toast');
    await toast.hover();
    await new Promise((later) => setTimeout(later, 7000));
    expect(await toast.count()).toBe(1);

    await panel.getByRole('tab', { name: 'Evidence' }).hover();
    await toast.waitFor({ state: 'detached' });
  });

  it('opens its page: a new tab, and the words in it', async () => {
    const exact = 'We merged the two roadmaps into one';
    const base = seededRecord(0);
    const source = site.url();
    const record: Evidence = {
      ...base,
      target: {
        ...base.target,
        source,
        document: documentKey(source),
        selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: ' that her team' }],
      },
    };
    await rung.storage.set({ [keyOf(record)]: record });
    await rung.open(`${site.elsewhere()}?another`);
    const panel = await rung.sidePanel();
    await panel.getByRole('tab', { name: 'Evidence' }).click();
    const tabs = rung.context.pages().length;

    await panel.getByRole('button', { name: 'Go to the passage' }).click();

    await until('the page is open', () =>
      rung.context.pages().some((page) => page.url().startsWith(site.url())),
    );
    expect(rung.context.pages().length).toBe(tabs + 1);
    await panel.getByText('The document is open.', { exact: false }).waitFor();
  });

  it('says so where it was pasted and has no page', async () => {
    const base = seededRecord(0);
    const record: Evidence = {
      ...base,
      target: { ...base.target, source: '', document: '', title: '', surface: 'pasted' },
    };
    await rung.storage.set({ [keyOf(record)]: record });
    const panel = await openEvidence();

    await panel.getByText('Pasted by hand').waitFor();
    expect(await panel.getByRole('button', { name: 'Go to the passage' }).count()).toBe(0);
  });

  it('of a ladder that has gone is shown all the same', async () => {
    const record: Evidence = { ...seededRecord(0), ladder: 'gone', subSkill: 'lost', level: 'top' };
    await rung.storage.set({ [keyOf(record)]: record });
    const panel = await openEvidence();

    await panel.getByText('Unknown sub-skill (lost)').waitFor();
    await panel.getByText(quote(record)).waitFor();
  });
});

it('can be pasted and tagged from the panel, with a confirmation that offers undo', async () => {
  const panel = await openEvidence();
  await panel.getByRole('button', { name: 'Tag a pasted passage' }).click();
  await panel.getByRole('textbox', { name: 'Paste the passage here' }).fill(`  ${PASSAGE}\n`);
  await panel.getByRole('combobox', { name: 'Which sub-skill?' }).press('Enter');
  await panel.getByText('Tagged as Customer focus').waitFor();
  const record = await oneStored(rung.storage);
  expect(quote(record)).toBe(PASSAGE);
  expect(record.target).toMatchObject({
    source: site.url(),
    title: 'Self-review 2026',
    surface: 'pasted',
  });
  expect(record.target.selector.length).toBe(1);

  await panel.getByRole('button', { name: 'Undo' }).click();
  await panel.getByText('Undone. Nothing new is tagged.').waitFor();
  expect(await storedEvidence(rung.storage)).toEqual([]);
});

it('learns from what was tagged before when a passage is pasted, too', async () => {
  const base = seededRecord(0);
  const records = [1, 2, 3].map((n): Evidence => {
    const exact = `The zeppelin landed on time, ${n}`;
    const selector: Evidence['target']['selector'] = [
      { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    ];
    const target = { ...base.target, selector };
    return { ...base, id: `zeppelin-${n}`, subSkill: 'decisiveness', target };
  });
  await rung.storage.set(Object.fromEntries(records.map((one) => [keyOf(one), one])));
  const panel = await openEvidence();
  await panel.getByRole('button', { name: 'Tag a pasted passage' }).click();
  await panel
    .getByRole('textbox', { name: 'Paste the passage here' })
    // The ladder has nothing to say of this.
    .fill('Our zeppelin again.');
  const options = panel.locator('.option');
  // What was tagged before is known a moment after the form is there.
  await expect
    .poll(async () => (await options.locator('.option-name').allTextContents())[0])
    .toBe('Decisiveness');
});

it('names the sub-skills that have no evidence, and leads to them', async () => {
  const records = [0, 1].map(seededRecord);
  const base = { ...(records[0] as Evidence), level: 'senior-pm', ladder: 'intercom-pm' };
  const [focus, fast] = ['customer-focus', 'learn-fast'].map((subSkill, at) => ({
    ...base,
    id: `own-${at}`,
    subSkill,
  }));
  for (const one of [focus, fast]) await rung.storage.set({ [keyOf(one as Evidence)]: one });
  const panel = await openEvidence();
  await panel.getByRole('tab', { name: 'Coverage' }).click();
  await panel
    .getByRole('heading', { name: '2 of 18 sub-skills have evidence at Senior PM' })
    .waitFor();
  await panel.locator('.gaps summary').click();
  const gaps = panel.locator('.gaps button, .gaps a');
  const names = await gaps.allInnerTexts();
  expect(names).toHaveLength(16);
  expect(names).not.toContain('Customer focus');
  expect(names).not.toContain('Learn fast');

  await gaps.filter({ hasText: 'Ownership' }).click();
  await panel.getByRole('heading', { name: 'Ownership', level: 2 }).waitFor();
});

it('counts in the headline of the coverage only what is expected at the level', async () => {
  const panel = await openEvidence();
  await panel.getByRole('tab', { name: 'Coverage' }).click();
  await panel
    .getByRole('heading', { name: '0 of 18 sub-skills have evidence at Senior PM' })
    .waitFor();
  expect(await panel.locator('.gaps summary').allTextContents()).toEqual([]);

  const subSkills = intercom.skillAreas.flatMap((area) => area.subSkills.map(({ id }) => id));
  const records = subSkills.map((subSkill, index) => ({
    ...seededRecord(index),
    ...{ subSkill, level: 'senior-pm' },
  }));
  await rung.storage.set(Object.fromEntries(records.map((one) => [keyOf(one), one])));
  const all = 'Every sub-skill with expectations at Senior PM has evidence';
  await panel.getByRole('heading', { name: all }).waitFor();
});
