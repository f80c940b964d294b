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
