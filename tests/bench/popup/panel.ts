import type { Page } from 'playwright-core';
import type { InChromium } from '../../e2e/harness/chromium';
import { type Spread, spreadOf } from '../browser/table';
import { settled, WorkMeter } from '../browser/work';

const QUERY = 'customer interviews roadmap';

/** Milliseconds of the main thread's work; `shown` is time that went by. */
export interface Panel {
  /** From the navigation to the first piece of evidence. */
  readonly shown: number;
  readonly opening: number;
  /** The first key searches what may not be indexed yet. */
  readonly firstKey: number;
  readonly keys: Spread;
  readonly filter: number;
  readonly unfilter: number;
  readonly remove: number;
}

/** The side panel's page with its evidence, in a tab of a panel's size. */
export async function measurePanel(rung: InChromium): Promise<Panel> {
  const page = await rung.context.newPage();
  await page.setViewportSize({ width: 400, height: 760 });
  const meter = await WorkMeter.of(page);
  const items = page.locator('li.evidence');
  let shown = 0;
  const opening = await meter.during(async () => {
    const began = performance.now();
    await page.goto(`chrome-extension://${rung.extensionId}/sidepanel.html#/evidence`);
    await items.first().waitFor();
    shown = performance.now() - began;
    await settled(page);
  });
  const work = async (act: () => Promise<unknown>) =>
    (
      await meter.during(async () => {
        await act();
        await settled(page);
      })
    ).task;

  await page.getByRole('searchbox').first().focus();
  const keys: number[] = [];
  for (const key of QUERY) keys.push(await work(() => page.keyboard.type(key)));
  const [firstKey = 0, ...rest] = keys;
  await page.keyboard.press('Escape');
  await openFilters(page);
  const select = page.locator('.filters select').first();
  const value = (await select.locator('option').nth(1).getAttribute('value')) ?? '';
  const filter = await work(() => select.selectOption(value));
  const unfilter = await work(() => select.selectOption(''));
  const id = await items.first().getAttribute('data-id');
  const remove = await work(async () => {
    await items.first().getByRole('button', { name: 'Delete' }).click();
    await page.waitForFunction(
      (gone) => !document.querySelector(`li.evidence[data-id="${gone}"]`),
      id,
    );
  });
  await page.close();
  return {
    shown,
    opening: opening.task,
    firstKey,
    keys: spreadOf(rest),
    filter,
    unfilter,
    remove,
  };
}

async function openFilters(page: Page): Promise<void> {
  await page.locator('.filter-line .icon-button[aria-expanded]').click();
  await page.locator('.filters').waitFor();
}
