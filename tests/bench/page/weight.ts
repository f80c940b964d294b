import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { ownScript } from '../browser/own-script';
import type { InBrowser } from '../browser/start';
import type { Asker } from './in-page';

export interface Weight {
  /** Files a page is given when Rung is first asked there: name, bytes, bytes gzipped. */
  readonly files: readonly (readonly [name: string, bytes: number, gzipped: number])[];
  /** The extension's scripts in a page before any gesture. */
  readonly before: number;
  /** Milliseconds of Rung's script when it comes to a page without evidence. */
  readonly script: number;
}

/** What Rung adds to a page. */
export async function measureWeight(
  { rung, folder }: InBrowser,
  asker: Asker,
  url: string,
): Promise<Weight> {
  const files = await Promise.all(
    ['tagger.js', 'assets/highlights.css'].map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return [name, bytes.length, gzipSync(bytes).length] as const;
    }),
  );
  const page = await rung.open(url);
  const before = (await scriptsIn(page)).length;
  const { ms } = await ownScript(page, '/tagger.js', () => asker.show(page));
  await page.close();
  return { files, before, script: ms };
}

/** Addresses of the extension's scripts in a page. */
async function scriptsIn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const found: string[] = [];
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension:')) found.push(url);
  });
  await session.send('Debugger.enable');
  await session.detach();
  return found;
}
