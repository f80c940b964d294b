import { expect, it } from 'vitest';
import type { InChromium } from './harness/chromium';
import { seedEvidence } from './harness/seed';
import { lookUp } from './harness/steps';
import { stopsOutOfSight } from './support/focus-walk';
import { POPUP } from './support/looks';
import { PASSAGE, REVIEW_PAGE } from './support/review';
import { shareChromium } from './support/shared-chromium';

const PANEL = { width: 360, height: 700 };

let rung: InChromium;

shareChromium({ '/': REVIEW_PAGE }, (shared) => {
  ({ rung } = shared);
});

it('the popup shows where the keyboard is: in results, and in what is pasted', async () => {
  const popup = await rung.extensionPage('/popup.html', POPUP);
  await lookUp(popup, 'stakeholder');
  expect.soft(await stopsOutOfSight(popup)).toEqual([]);
  await popup.getByRole('button', { name: 'Tag a pasted passage' }).click();
  await popup.getByRole('textbox', { name: 'Paste the passage here' }).fill(PASSAGE);
  expect.soft(await stopsOutOfSight(popup)).toEqual([]);
});

it('the side panel shows where the keyboard is: in its rooms, in results and in forms', async () => {
  await seedEvidence(rung.storage, 5);
  const panel = await rung.extensionPage('/sidepanel.html', PANEL);
  await lookUp(panel, 'stakeholder');
  expect.soft(['Ladder', await stopsOutOfSight(panel)]).toEqual(['Ladder', []]);
  for (const room of ['Evidence', 'Coverage', 'Export']) {
    await panel.getByRole('tab', { name: room }).click();
    await panel.getByRole('tab', { name: room, selected: true }).waitFor();
    expect.soft([room, await stopsOutOfSight(panel)]).toEqual([room, []]);
  }
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByRole('button', { name: 'Filter' }).click();
  await panel.getByRole('button', { name: 'Edit' }).first().click();
  expect.soft(['an edit', await stopsOutOfSight(panel)]).toEqual(['an edit', []]);
  await panel.getByRole('button', { name: 'Tag a pasted passage' }).click();
  await panel.getByRole('textbox', { name: 'Paste the passage here' }).fill(PASSAGE);
  expect.soft(['a paste', await stopsOutOfSight(panel)]).toEqual(['a paste', []]);
}, 60_000);

it('the options show where the keyboard is', async () => {
  const options = await rung.extensionPage('/options.html', { width: 320, height: 500 });
  await options.locator('section').last().waitFor();
  expect(await stopsOutOfSight(options)).toEqual([]);
});
