import { browser } from 'wxt/browser';

/** Opens the options, where there is something to do in them: a new tab, whichever are open. */
export async function openOptionsAt(hash: string): Promise<void> {
  if (hash === '') return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html') + hash });
}
