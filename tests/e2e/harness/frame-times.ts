import type { Page } from 'playwright-core';

declare global {
  interface Window {
    __frameTimes?: { times: number[]; running: boolean };
  }
}

/**
 * The milliseconds between one painted frame and the next while something is done to a page.
 *
 * @returns one number for each frame, in order; at 60 Hz an undisturbed one is about 16.7
 */
export async function frameTimes(page: Page, work: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(() => {
    const record = { times: [] as number[], running: true };
    window.__frameTimes = record;
    let last: number | undefined;
    const tick = (now: number) => {
      if (last !== undefined) record.times.push(now - last);
      last = now;
      if (record.running) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  try {
    await work();
  } finally {
    await page.evaluate(() => {
      if (window.__frameTimes) window.__frameTimes.running = false;
    });
  }
  return page.evaluate(() => window.__frameTimes?.times ?? []);
}
