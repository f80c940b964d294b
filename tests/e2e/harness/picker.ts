import type { Frame, Page } from 'playwright-core';
import { until } from './until';

/** The picker's frame in a page, once its search field has the keyboard. */
export async function pickerFrame(page: Page): Promise<Frame> {
  const frame = await until('the picker is in the page', () => pickerIn(page));
  await until('the picker has the keyboard', () =>
    frame.evaluate(() => document.hasFocus() && document.activeElement !== document.body),
  );
  return frame;
}

/** Whether the picker is open in the page. */
export function hasPicker(page: Page): boolean {
  return pickerIn(page) !== undefined;
}

function pickerIn(page: Page): Frame | undefined {
  return page.frames().find((frame) => /^chrome-extension:.*\/picker\.html/.test(frame.url()));
}
