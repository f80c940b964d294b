import { until } from './until';

/** A frame that goes while its driver asks it something never answers. */
const ANSWER_MS = 5_000;

/** A frame of either browser's driver. */
interface FrameLike {
  evaluate<R>(work: () => R): Promise<R>;
}

/** A page of either browser's driver. */
interface PageLike<F> {
  frames(): F[];
}

/** The picker's frame in a page, with or without the keyboard. */
export async function pickerShown<F extends FrameLike>(page: PageLike<F>): Promise<F> {
  return until('the picker is in the page', () => pickerIn(page));
}

/** The picker's frame in a page, once its search field has the keyboard. */
export async function pickerFrame<F extends FrameLike>(page: PageLike<F>): Promise<F> {
  // Looked for anew each time: the one found first may be an earlier one that is about to go.
  return until('the picker has the keyboard', async () => {
    const frame = await pickerIn(page);
    const ready = () => document.hasFocus() && document.activeElement !== document.body;
    return frame && (await answerOf(frame, ready)) ? frame : null;
  });
}

/** Waits until no picker is in the page. */
export async function pickerGone<F extends FrameLike>(page: PageLike<F>): Promise<void> {
  await until('the picker has gone', async () => !(await pickerIn(page)));
}

/** Each frame is asked for its address: of this one, Firefox's driver knows only how it began. */
async function pickerIn<F extends FrameLike>(page: PageLike<F>): Promise<F | undefined> {
  for (const frame of page.frames()) {
    const address = await answerOf(frame, () => location.href);
    if (address && /^(chrome|moz)-extension:.*\/picker\.html/.test(address)) return frame;
  }
  return undefined;
}

/** What a frame answers; nothing where it has gone, or goes meanwhile. */
async function answerOf<R>(frame: FrameLike, work: () => R): Promise<R | undefined> {
  return Promise.race([
    frame.evaluate(work).catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, ANSWER_MS, undefined)),
  ]);
}
