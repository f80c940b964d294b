import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Quote } from '../../../data/quote';
import type { PageReport } from '../../../data/standing';
import { WorkMeter } from '../browser/work';
import type { Asker } from './in-page';

/** How one way to find quotes in a page did. */
export interface Anchoring {
  /** Work of the page's main thread, milliseconds. */
  readonly task: number;
  readonly wall: number;
  /** The longest the page was kept waiting, milliseconds. */
  readonly longest: number;
  /** Of the passages that are there, those given with the words they have now. */
  readonly right: number;
  /** Of the deleted passages, those found all the same. */
  readonly invented: number;
}

/** The words of each passage as they read now; `null` where it was deleted. */
export type Now = readonly (string | null)[];

/** Rung, as it does it when its panel asks. */
export async function anchorByRung(
  page: Page,
  asker: Asker,
  quotes: readonly Quote[],
  ids: readonly string[],
  now: Now,
): Promise<Anchoring> {
  const meter = await WorkMeter.of(page);
  let report: PageReport = {};
  const longest = await longestPause(page, async () => {
    report = await asker.show(page);
  });
  // Once more in a fresh page for the work, without anything beside it that takes the time.
  await page.reload();
  const work = await meter.during(async () => {
    report = await asker.show(page);
  });
  const found = ids.map((id, n) => {
    const standing = report[id];
    if (!standing || standing.state === 'orphan') return null;
    return 'quote' in standing ? standing.quote.exact : (quotes[n]?.exact ?? null);
  });
  return { ...judge(found, now), task: work.task, wall: work.wall, longest };
}

declare global {
  interface Window {
    __anchorAll?: (quotes: readonly Quote[]) => (string | null)[];
    __pauses?: { longest: number; on: boolean };
  }
}

/** The algorithm of Hypothesis' client in the page's own world: the same quotes, to ranges. */
export async function anchorByReference(
  page: Page,
  quotes: readonly Quote[],
  now: Now,
): Promise<Anchoring> {
  await page.evaluate(await referenceScript());
  const meter = await WorkMeter.of(page);
  let found: (string | null)[] = [];
  const work = await meter.during(async () => {
    found = await page.evaluate((all) => window.__anchorAll?.(all) ?? [], quotes);
  });
  return { ...judge(found, now), task: work.task, wall: work.wall, longest: work.wall };
}

async function referenceScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['tests/bench/page/reference.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** The longest time between two turns of a page's event loop while something is done. */
async function longestPause(page: Page, action: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const record = { longest: 0, on: true };
    window.__pauses = record;
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      record.longest = Math.max(record.longest, now - last);
      last = now;
      if (record.on) port2.postMessage(null);
      else port1.close();
    };
    port2.postMessage(null);
  });
  await action();
  return page.evaluate(() => {
    if (window.__pauses) window.__pauses.on = false;
    return window.__pauses?.longest ?? 0;
  });
}

function judge(found: readonly (string | null)[], now: Now) {
  const words = (text: string) => text.replace(/\s+/g, ' ').trim();
  let [present, right, gone, invented] = [0, 0, 0, 0];
  for (const [n, wanted] of now.entries()) {
    const got = found[n] ?? null;
    if (wanted === null) {
      gone++;
      if (got !== null) invented++;
    } else {
      present++;
      // An edit at an end may be taken as part of the passage or not; half of it must be there.
      if (got !== null && overlap(words(got), words(wanted)) > 0.5) right++;
    }
  }
  return { right: (100 * right) / present, invented: (100 * invented) / Math.max(1, gone) };
}

/** Share of two texts' words that both have. */
function overlap(one: string, other: string): number {
  const [a, b] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both);
}
