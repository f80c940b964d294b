import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'wxt';
import { changeManifest } from '../../e2e/harness/builds';
import { type InChromium, launchChromium } from '../../e2e/harness/chromium';

export interface InBrowser {
  readonly rung: InChromium;
  /** Folder of the extension as it was built for this run. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Pages from here Rung may look into without a gesture, so that nobody has to make one. */
const ALLOWED = 'http://127.0.0.1/*';

/**
 * Builds the extension as it stands now, beside whatever else was built, and starts Chromium with
 * it in a window on a desktop of its own. Nothing runs in a page until it is asked to.
 */
export async function startBrowser(): Promise<InBrowser> {
  const outDir = await mkdtemp(join(tmpdir(), 'rung-bench-'));
  await build({ outDir, browser: 'chrome', logger: QUIET });
  const folder = join(outDir, 'chrome-mv3');
  await changeManifest(folder, { host_permissions: [ALLOWED] });
  const rung = await launchChromium({ extension: folder });
  return {
    rung,
    folder,
    async close() {
      await rung.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

const nothing = () => {};
const QUIET = {
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  error: console.error,
  fatal: console.error,
  success: nothing,
  level: 0,
};
