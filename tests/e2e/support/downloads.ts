import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** A file that was offered for saving. */
export interface Saved {
  readonly name: string;
  /** What is in it, as UTF-8, a byte order mark included. */
  readonly text: string;
}

/** Waits for the file that something in a page offers for saving, and reads it. */
export async function downloadFrom(page: Page, act: () => Promise<void>): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}
