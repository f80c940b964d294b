import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { launchChromium } from '../../tests/e2e/harness/chromium';
import { serveSample } from './sample';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

const PROFILE = resolve('.output/profile');

/** Opens the sample review in a window with Rung installed, and stays until it is closed. */
export async function openForPerson({ fresh }: { fresh: boolean }): Promise<void> {
  if (fresh) await rm(PROFILE, { recursive: true, force: true });
  const site = await serveSample();
  try {
    const rung = await launchChromium({ visible: true, profile: PROFILE });
    const closed = new Promise<void>((resolve) => {
      rung.context.once('close', () => resolve());
    });
    await rung.open(site.url());
    const commands = await (await rung.worker()).evaluate(() => chrome.commands.getAll());
    console.log('\nRung is in the toolbar, behind the puzzle piece. Its keys:');
    for (const { shortcut, description, name } of commands) {
      console.log(
        `  ${(shortcut || 'no key').padEnd(14)} ${name === '_execute_action' ? 'Look something up' : description}`,
      );
    }
    console.log('\nClose the window to end.');
    await closed;
  } finally {
    await site.close();
  }
}
