import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { keyOf } from '../../data/evidence/keys';
import type { InChromium } from './harness/chromium';
import { seedEvidence, seededRecord } from './harness/seed';
import { shareChromium } from './support/shared-chromium';
import { storedEvidence } from './support/stored';

let rung: InChromium;

shareChromium({}, (shared) => {
  ({ rung } = shared);
});

const SIZE = { width: 360, height: 780 };

/** Clicks and, once what comes of that is there, again at the same place, as a double click does. */
async function doubleClick(page: Page, control: Locator, then: () => Promise<void>): Promise<void> {
  await control.scrollIntoViewIfNeeded();
  await control.hover();
  await page.mouse.down();
  await page.mouse.up();
  await then();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
}

it('deletes one piece of evidence, and another one with another click there', async () => {
  await seedEvidence(rung.storage, 5);
  const panel = await rung.extensionPage('/sidepanel.html#/evidence', SIZE);
  const first = panel.getByRole('button', { name: 'Delete' }).first();
  const notice = panel.locator('.toast');
  await doubleClick(panel, first, () => notice.getByText('Deleted').waitFor());
  // What the second click had begun would be done by then.
  await panel.evaluate(() => navigator.locks.request('rung:evidence', () => undefined));
  expect(await storedEvidence(rung.storage)).toHaveLength(4);
  await panel.mouse.down();
  await panel.mouse.up();
  await notice.getByText('2 pieces of evidence deleted').waitFor();
  expect(await storedEvidence(rung.storage)).toHaveLength(3);
});

it('saves what is damaged and does not remove it', async () => {
  const damaged = { ...seededRecord(1), kind: 'nobody' };
  await rung.storage.set({ [keyOf(damaged)]: damaged });
  const panel = await rung.extensionPage('/sidepanel.html#/evidence', SIZE);
  const remove = panel.getByRole('button', { name: 'Remove it' });
  const download = panel.waitForEvent('download');
  await doubleClick(panel, panel.getByRole('button', { name: 'Save it as a file' }), async () => {
    await remove.waitFor();
  });
  await download;
  await panel.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(await remove.count()).toBe(1);
  expect((await rung.storage.get(keyOf(damaged)))[keyOf(damaged)]).toEqual(damaged);
});

it('opens what is asked for and leaves the keyboard in it', async () => {
  const panel = await rung.extensionPage('/sidepanel.html#/evidence', SIZE);
  const field = panel.locator('textarea:focus');
  await doubleClick(panel, panel.getByRole('button', { name: 'Tag a pasted passage' }), () =>
    field.waitFor(),
  );
  await panel.keyboard.type('We asked ten customers.');
  expect(await field.inputValue()).toBe('We asked ten customers.');
  await panel.getByRole('tab', { name: 'Ladder' }).click();
  const keys = panel.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await doubleClick(panel, panel.getByRole('button', { name: 'Keyboard shortcuts' }), () =>
    keys.waitFor(),
  );
  await panel.keyboard.press('Tab');
  expect(await keys.count()).toBe(1);
});
