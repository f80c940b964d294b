import type { CDPSession, Page } from 'playwright-core';

/** What a page's main thread did, milliseconds; all of it is in `task`. */
export interface Work {
  readonly script: number;
  /** Style and layout. */
  readonly layout: number;
  readonly task: number;
  /** Time that went by. */
  readonly wall: number;
}

/** Counts what a page's main thread does, apart from what other processes take from it. */
export class WorkMeter {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<WorkMeter> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new WorkMeter(session);
  }

  /** The work of the page's process while something is done. */
  async during(action: () => Promise<unknown>): Promise<Work> {
    const before = await this.read();
    await action();
    const after = await this.read();
    return {
      script: after.script - before.script,
      layout: after.layout - before.layout,
      task: after.task - before.task,
      wall: after.wall - before.wall,
    };
  }

  private async read(): Promise<Work> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    const of = (name: string) => (metrics.find((one) => one.name === name)?.value ?? 0) * 1000;
    return {
      script: of('ScriptDuration'),
      layout: of('LayoutDuration') + of('RecalcStyleDuration'),
      task: of('TaskDuration'),
      wall: performance.now(),
    };
  }
}

/** A view draws what is seen of an answer in as many frames, at most. */
const FRAMES = 4;

/** Waits until a page has painted what it was about to, and has nothing left to do at once. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(async (frames) => {
    for (let n = 0; n < frames; n++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
  }, FRAMES);
}
