import type { Page } from 'playwright-core';
import { ownScript } from '../browser/own-script';
import { WorkMeter } from '../browser/work';
import { type Asker, countStates, firstPainted } from './in-page';

/** Milliseconds from the question until a page shows its evidence. */
export interface Painting {
  /** The first passage is painted. */
  readonly first: number;
  /** All are found, and those near the window are painted. */
  readonly all: number;
  /** What the page's main thread did for it. */
  readonly task: number;
  /** What of that was Rung's script. */
  readonly script: number;
  readonly longTasks: number;
  readonly longest: number;
  readonly states: string;
  readonly top: readonly string[];
}

export async function measurePainting(page: Page, asker: Asker): Promise<Painting> {
  const meter = await WorkMeter.of(page);
  await watchLongTasks(page);
  const painted = firstPainted(page);
  let states = '';
  let all = 0;
  const began = Date.now();
  let task = 0;
  const script = await ownScript(page, '/tagger.js', async () => {
    const work = await meter.during(async () => {
      states = countStates(await asker.show(page));
      all = Date.now() - began;
    });
    task = work.task;
  });
  const first = (await painted) - began;
  const { count, longest } = await longTasks(page);
  return {
    first,
    all,
    task,
    script: script.ms,
    longTasks: count,
    longest,
    states,
    top: script.top,
  };
}

declare global {
  interface Window {
    __longTasks?: { times: number[]; observer: PerformanceObserver };
  }
}

/** Tasks of more than 50 ms, of whatever script, from now on. */
export function watchLongTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.__longTasks?.observer.disconnect();
    const times: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const one of list.getEntries()) times.push(one.duration);
    });
    observer.observe({ type: 'longtask' });
    window.__longTasks = { times, observer };
  });
}

export function longTasks(page: Page): Promise<{ count: number; longest: number }> {
  return page.evaluate(async () => {
    // Entries come a moment after their tasks.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { times = [] } = window.__longTasks ?? {};
    return { count: times.length, longest: Math.max(0, ...times) };
  });
}
