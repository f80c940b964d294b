import { browser } from 'wxt/browser';

/** Opens the options. In a page's frame Firefox offers no way to; the background has it. */
export async function openOptions(): Promise<void> {
  const runtime: Partial<typeof browser.runtime> = browser.runtime;
  if (runtime.openOptionsPage) await runtime.openOptionsPage();
  else await browser.runtime.sendMessage({ to: 'background', type: 'open-options' });
}
