import type { CDPSession, Page } from 'playwright-core';

/** An event of the browser's tracing; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Without what other threads took from it. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

const CATEGORIES = ['devtools.timeline', 'toplevel', 'blink.user_timing'];
const MARK = 'bench-input';
/** What the browser tells the page of an input, the first of them first. */
const INPUT = new Set(['keydown', 'beforeinput', 'textInput', 'input']);
/** The last thing the main thread does for a frame before it hands it over to be shown. */
const FRAME_DONE = 'Layerize';
const TASK = 'ThreadControllerImpl::RunTask';

/**
 * Records inputs one after the other, and for each the main thread's work from the input's first
 * event to the end of the frame that first shows something of its answer, milliseconds. The
 * recording itself makes that work a little more.
 */
export class FirstFrameTrace {
  private readonly events: TraceEvent[] = [];

  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async start(page: Page): Promise<FirstFrameTrace> {
    const session = await page.context().newCDPSession(page);
    const trace = new FirstFrameTrace(page, session);
    session.on('Tracing.dataCollected', ({ value }) => {
      trace.events.push(...(value as unknown as TraceEvent[]));
    });
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: CATEGORIES },
    });
    return trace;
  }

  /** Notes that the next input is one to measure. */
  async expectInput(): Promise<void> {
    await this.page.evaluate((name) => performance.mark(name), MARK);
  }

  /** @throws where an input that was expected was never answered by a frame */
  async stop(): Promise<number[]> {
    const complete = new Promise((resolve) =>
      this.session.once('Tracing.tracingComplete', resolve),
    );
    await this.session.send('Tracing.end');
    await complete;
    const marks = this.events.filter(({ name }) => name === MARK).sort((a, b) => a.ts - b.ts);
    const [mark] = marks;
    if (!mark) return [];
    const main = this.events
      .filter(({ ph, pid, tid }) => ph === 'X' && pid === mark.pid && tid === mark.tid)
      .sort((a, b) => a.ts - b.ts);
    return marks.map(({ ts }) => workUntilShown(main, ts));
  }
}

function workUntilShown(main: readonly TraceEvent[], after: number): number {
  const input = main.find(({ name, ts, args }) => {
    return ts > after && name === 'EventDispatch' && INPUT.has(args.data?.type ?? '');
  });
  const frame = input && main.find(({ name, ts }) => name === FRAME_DONE && ts > input.ts);
  if (!input || !frame) throw new Error('An input was not answered by a frame.');
  const end = endOf(frame);
  let work = 0;
  for (const task of main) {
    if (task.name !== TASK || endOf(task) <= input.ts || task.ts >= end) continue;
    const whole = task.ts >= input.ts && endOf(task) <= end;
    const part = Math.min(endOf(task), end) - Math.max(task.ts, input.ts);
    work += whole ? (task.tdur ?? part) : part;
  }
  return work / 1000;
}

const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;
