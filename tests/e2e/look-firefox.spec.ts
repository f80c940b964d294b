import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { readPng } from './harness/png';
import { seedEvidence } from './harness/seed';
import { SETTLED } from './support/afresh';
import { contrastIn } from './support/contrast';

/** What text needs for most readers (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

/** So far from a field's edge nothing of its border is to be seen, CSS pixels. */
const WITHIN = 3;

/** A sidebar as wide as Firefox opens it at first, CSS pixels. */
const SIDEBAR = { width: 240, height: 640 };

let rung: InFirefox;

beforeAll(async () => {
  rung = await launchFirefox();
  await rung.storage.set(SETTLED);
});
afterAll(() => rung?.close());

it('says in words that can be read what goes into an empty field', async () => {
  const panel = await rung.extensionPage('/sidepanel.html#/evidence');
  const paste = await panel.waitForSelector('::-p-aria([name="Tag a pasted passage"])');
  await paste?.click();
  const field = await panel.waitForSelector('textarea.paste');
  const box = await field?.boundingBox();
  if (!box) throw new Error('The field is not drawn.');
  const inside = {
    x: Math.round(box.x) + WITHIN,
    y: Math.round(box.y) + WITHIN,
    width: Math.round(box.width) - 2 * WITHIN,
    height: Math.round(box.height) - 2 * WITHIN,
  };
  // The caret would count as a letter.
  await panel.focus('[role=combobox]');
  expect(contrastIn(readPng(await panel.screenshot()), inside)).toBeGreaterThan(READABLE);
});

it('has the buttons of a short notice beside its words, in a sidebar as wide as it opens', async () => {
  await seedEvidence(rung.storage, 2);
  const panel = await rung.extensionPage('/sidepanel.html#/evidence');
  await panel.setViewport(SIDEBAR);
  const remove = await panel.waitForSelector('.evidence [aria-label=Delete]');
  await remove?.click();
  await panel.waitForSelector('.toast .icon-button');
  const middles = await panel.$$eval('.toast :is(.spoken, button)', (all) =>
    all.map((one) => {
      const { y, height } = one.getBoundingClientRect();
      return y + height / 2;
    }),
  );
  expect(middles).toHaveLength(3);
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(2);
});
