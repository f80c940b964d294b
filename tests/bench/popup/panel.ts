import type { Page } from 'playwright-core';
import type { InChromium } from '../../e2e/harness/chromium';
import { FirstFrameTrace } from '../browser/first-frame';
import { median, type Spread, spreadOf } from '../browser/table';
import { settled, WorkMeter } from '../browser/work';
import { measureKeystrokes, type Work } from './keystrokes';

const QUERY = 'customer interviews roadmap';
/** How often the panel is opened anew to type into it at once. */
const OPENINGS = 5;
const ROUNDS = 3;

/** Milliseconds of the main thread's work; `shown` is time that went by. */
export interface Panel {
  /** From the navigation to the first piece of evidence. */
  readonly shown: number;
  readonly opening: number;
  /** The first key, typed as soon as there is evidence to see, until its best match is painted. */
  readonly firstKey: number;
  /** The same for it and all keys after it, while evidence is still indexed. */
  readonly early: Spread;
  /** Once all is indexed. */
  readonly keys: Work;
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
    shown = await open(page, rung);
    await settled(page);
  });
  const work = async (act: () => Promise<unknown>) =>
    (
      await meter.during(async () => {
        await act();
        await settled(page);
      })
    ).task;

  const early: number[][] = [];
  for (let n = 0; n < OPENINGS; n++) early.push(await typedAtOnce(page, rung));
  const keys = await measureKeystrokes(page, ROUNDS, { typed: [QUERY], pasted: [] });
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
    firstKey: median(early.map(([first = 0]) => first)),
    early: spreadOf(early.flat()),
    keys: keys.typed,
    filter,
    unfilter,
    remove,
  };
}

/** @returns milliseconds from the navigation to the first piece of evidence */
async function open(page: Page, { extensionId }: InChromium): Promise<number> {
  await page.goto('about:blank');
  const began = performance.now();
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html#/evidence`);
  await page.locator('li.evidence').first().waitFor();
  return performance.now() - began;
}

/** The work for each key of a word, until its best match is painted. */
async function typedAtOnce(page: Page, rung: InChromium): Promise<number[]> {
  const trace = await FirstFrameTrace.start(page);
  await open(page, rung);
  await page.getByRole('searchbox').first().focus();
  for (const key of QUERY) {
    await trace.expectInput();
    await page.keyboard.type(key);
    await settled(page);
  }
  return trace.stop();
}

async function openFilters(page: Page): Promise<void> {
  await page.locator('.filter-line .icon-button[aria-expanded]').click();
  await page.locator('.filters').waitFor();
}
