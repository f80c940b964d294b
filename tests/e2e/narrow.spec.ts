import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../../data/evidence/keys';
import type { InChromium } from './harness/chromium';
import { seedEvidence, seededRecord } from './harness/seed';
import { SETTLED } from './support/afresh';
import { chooseFile } from './support/choose-file';
import { shareChromium } from './support/shared-chromium';

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

let rung: InChromium;

shareChromium({ '/': '<!doctype html><title>A page</title>' }, (shared) => {
  ({ rung } = shared);
});

/** What is wider than the room it stands in. */
const tooWide = (view: Page) =>
  view.evaluate(() =>
    [document.documentElement, document.getElementById('room')].flatMap((one) =>
      one && one.scrollWidth > one.clientWidth + 1 ? [`${one.localName} ${one.scrollWidth}`] : [],
    ),
  );

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
