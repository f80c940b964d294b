import type { Page } from 'playwright-core';
import type { InChromium } from '../../e2e/harness/chromium';
import { pickerFrame, pickerGone } from '../../e2e/harness/picker';
import { selectText } from '../../e2e/harness/select';
import { type Spread, spreadOf } from '../browser/table';

const TIMES = 9;

declare global {
  interface Window {
    __focused?: number;
  }
}

/** Milliseconds from pressing the shortcut, with real keys, to the picker's field having focus. */
export async function measurePicker(rung: InChromium, page: Page, text: string): Promise<Spread> {
  const times: number[] = [];
  // The first wakes the background, and compiles what it needs.
  for (let n = 0; n <= TIMES; n++) {
    await selectText(page, text);
    const began = Date.now();
    await rung.command('tag');
    const frame = await pickerFrame(page);
    const focused = await frame.evaluate(() => window.__focused ?? 0);
    if (n > 0) times.push(focused - began);
    // A real key: the driver's own waits for the answer of a frame that goes with it.
    await rung.key('Escape');
    await pickerGone(page);
  }
  return spreadOf(times);
}

/** Notes, in every page and frame from now on, when a field first has the focus. */
export async function noteFocus({ context }: InChromium): Promise<void> {
  await context.addInitScript(() => {
    addEventListener(
      'focusin',
      ({ target }) => {
        if (target instanceof HTMLInputElement) {
          window.__focused ??= performance.timeOrigin + performance.now();
        }
      },
      true,
    );
  });
}
