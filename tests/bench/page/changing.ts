import type { Page } from 'playwright-core';
import { ownScript } from '../browser/own-script';
import { WorkMeter } from '../browser/work';

/**
 * How long a page changes before it is watched, and how long it is watched, milliseconds: what is
 * wanted is what it costs for ever, the first search and painting have their own measure.
 */
const BEFORE = 12_000;
const WATCHED = 20_000;
/** A clock that shows tenths of a second, and a chat in which somebody writes twice a second. */
const CLOCK_MS = 100;
const CHAT_MS = 500;

/** Shares of one core, in per cent. */
export interface Changing {
  /** The page's whole process. */
  readonly page: number;
  /** Rung's script alone. */
  readonly script: number;
  readonly top: readonly string[];
}

/** Lets a page change constantly, and takes what its main thread does for that. */
export async function measureChanging(page: Page): Promise<Changing> {
  await page.bringToFront();
  await startChanging(page);
  const meter = await WorkMeter.of(page);
  await pause(BEFORE);
  const work = await meter.during(() => pause(WATCHED));
  const script = await ownScript(page, '/tagger.js', () => pause(WATCHED));
  return {
    page: (100 * work.task) / work.wall,
    script: (100 * script.ms) / script.wall,
    top: script.top,
  };
}

const pause = (duration: number) => new Promise((resolve) => setTimeout(resolve, duration));

export function startChanging(page: Page): Promise<void> {
  return page.evaluate(
    ({ clockMs, chatMs }) => {
      const clock = document.createElement('p');
      const chat = document.createElement('div');
      for (const element of [clock, chat]) element.contentEditable = 'false';
      document.querySelector('main')?.before(clock);
      document.querySelector('main')?.after(chat);
      setInterval(() => {
        clock.textContent = new Date().toISOString();
      }, clockMs);
      let said = 0;
      setInterval(() => {
        const line = document.createElement('p');
        line.textContent = `Message ${++said}: the build is green again, please look at it.`;
        chat.append(line);
      }, chatMs);
    },
    { clockMs: CLOCK_MS, chatMs: CHAT_MS },
  );
}
