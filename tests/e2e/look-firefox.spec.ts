import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InFirefox, launchFirefox } from './harness/firefox';
import { readPng } from './harness/png';
import { SETTLED } from './support/afresh';
import { contrastIn } from './support/contrast';

/** What text needs for most readers (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

/** So far from a field's edge nothing of its border is to be seen, CSS pixels. */
const WITHIN = 3;

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
