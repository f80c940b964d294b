import type { CDPSession, Page } from 'playwright-core';

/** How often it is looked at what runs, microseconds. */
const INTERVAL = 250;

/** Milliseconds of a page's main thread, in which code of a script ran or was waited for. */
export interface OwnScript {
  readonly ms: number;
  /** The functions that took most themselves, for finding out what is slow. */
  readonly top: readonly string[];
  /** Time that went by, milliseconds. */
  readonly wall: number;
}

/**
 * Takes the time of one script of a page, such as `tagger.js`, by sampling: everything it calls
 * counts, the browser's own functions too.
 */
export async function ownScript(
  page: Page,
  script: string,
  action: () => Promise<unknown>,
): Promise<OwnScript> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.send('Profiler.start');
  const start = performance.now();
  await action();
  const wall = performance.now() - start;
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  return { ...timesIn(profile, script), wall };
}

type Profile = Awaited<ReturnType<typeof stop>>['profile'];
const stop = (session: CDPSession) => session.send('Profiler.stop');

function timesIn(profile: Profile, script: string): Pick<OwnScript, 'ms' | 'top'> {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const visit = (id: number, inside: boolean): void => {
    const node = nodes.get(id);
    if (!node) return;
    const now = inside || node.callFrame.url.endsWith(script);
    if (now) own.add(id);
    for (const child of node.children ?? []) visit(child, now);
  };
  if (profile.nodes[0]) visit(profile.nodes[0].id, false);

  const byFunction = new Map<string, number>();
  let total = 0;
  for (const [at, id] of (profile.samples ?? []).entries()) {
    if (!own.has(id)) continue;
    const ms = (profile.timeDeltas?.[at] ?? 0) / 1000;
    total += ms;
    const { functionName, lineNumber } = nodes.get(id)?.callFrame ?? {};
    const name = `${functionName || '(anonymous)'}:${lineNumber ?? 0}`;
    byFunction.set(name, (byFunction.get(name) ?? 0) + ms);
  }
  const top = [...byFunction].sort(([, a], [, b]) => b - a).slice(0, 25);
  return { ms: total, top: top.map(([name, ms]) => `${name} ${ms.toFixed(1)}`) };
}
