import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { until } from './until';

/** A target of the DevTools protocol, as far as we look at it. */
export interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly attached: boolean;
}

/** How the driver sends a command in its own session, the one whose events make pages of targets. */
interface DriverInside {
  readonly _connection: {
    toImpl(browser: Browser): {
      readonly _session: { send(method: string, params: object): Promise<unknown> };
    };
  };
}

/** Every target there is, tabs included (which the protocol leaves out unless asked). */
export async function targets(session: CDPSession): Promise<readonly Target[]> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  return targetInfos;
}

/**
 * Makes pages of the extension's views that belong to no tab: the popup and the side panel.
 *
 * The driver follows tabs only, and its public interface has no way to hand it another target. So
 * the attachment is asked for in the driver's own session; all else about the page is as usual.
 *
 * @returns a function that waits for the view at a path such as `/popup.html` and gives its page
 */
export function viewAttacher(
  context: BrowserContext,
  browser: Browser,
  session: CDPSession,
): (path: string) => Promise<Page> {
  const driver = (browser as unknown as DriverInside)._connection.toImpl(browser);
  const pages = new Map<string, Page>();

  return async (path) => {
    // The same page in a tab is attached from its start; a view is not, or it is one of ours.
    const target = await until(`the view ${path} is there`, async () =>
      (await targets(session)).find(
        (one) => isView(one, path) && (!one.attached || pages.has(one.targetId)),
      ),
    );
    const known = pages.get(target.targetId);
    if (known && !known.isClosed()) return known;
    const [page] = await Promise.all([
      context.waitForEvent('page', { predicate: (one) => isPath(one.url(), path) }),
      driver._session.send('Target.attachToTarget', { targetId: target.targetId, flatten: true }),
    ]);
    pages.set(target.targetId, page);
    await page.waitForLoadState();
    return page;
  };
}

function isView(target: Target, path: string): boolean {
  return target.type === 'page' && isPath(target.url, path);
}

function isPath(url: string, path: string): boolean {
  return url.startsWith('chrome-extension://') && new URL(url).pathname === path;
}
