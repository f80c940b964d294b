import type { Page } from 'playwright-core';

/**
 * The origins of everything that runs scripts in a page's top document: the page's own, and one for
 * each extension that has put code there.
 */
export async function worldsIn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const origins: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    // A world of its own has the address of the extension it belongs to.
    origins.push(context.origin);
  });
  // Names every context there is before it answers.
  await session.send('Runtime.enable');
  await session.detach();
  return origins;
}

/**
 * What Rung's scripts noted for themselves in a page's top document. Of a page that was left, Chromium
 * may hand an empty world on to the next one.
 */
export async function notedIn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  const noted: string[] = [];
  for (const contextId of worlds) {
    const expression = 'Object.getOwnPropertySymbols(globalThis).map(String).join()';
    const { result } = await session.send('Runtime.evaluate', { contextId, expression });
    if (result.value) noted.push(String(result.value));
  }
  await session.detach();
  return noted;
}
