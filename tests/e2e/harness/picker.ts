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
  const frame = await pickerShown(page);
  await until('the picker has the keyboard', () =>
    frame.evaluate(() => document.hasFocus() && document.activeElement !== document.body),
  );
  return frame;
}

/** Waits until no picker is in the page. */
export async function pickerGone<F extends FrameLike>(page: PageLike<F>): Promise<void> {
  await until('the picker has gone', async () => !(await pickerIn(page)));
}

/** Each frame is asked for its address: of this one, Firefox's driver knows only how it began. */
async function pickerIn<F extends FrameLike>(page: PageLike<F>): Promise<F | undefined> {
  for (const frame of page.frames()) {
    const address = await Promise.race([
      frame.evaluate(() => location.href).catch(() => ''),
      new Promise<string>((resolve) => setTimeout(resolve, ANSWER_MS, '')),
    ]);
    if (/^(chrome|moz)-extension:.*\/picker\.html/.test(address)) return frame;
  }
  return undefined;
}
