import type { Frame } from 'playwright-core';

/** In functions that run inside the extension. */
declare const chrome: typeof import('wxt/browser').browser;

type View = Pick<Frame, 'evaluate'>;

/** From now on storage refuses to write in this page of the extension, and says why. */
export function refuseToWrite(view: View, why: string): Promise<void> {
  return view.evaluate((words) => {
    const page = globalThis as { browser?: typeof chrome; refusal?: string | null };
    const installed = page.refusal !== undefined;
    page.refusal = words;
    if (installed) return;
    for (const api of [chrome, page.browser]) {
      const local = api?.storage?.local as unknown as Record<string, (given: unknown) => unknown>;
      if (!local) continue;
      for (const name of ['set', 'remove']) {
        const write = local[name]?.bind(local);
        local[name] = (given) =>
          page.refusal ? Promise.reject(new Error(page.refusal)) : write?.(given);
      }
    }
  }, why);
}

/** Lets it write again. */
export function letWrite(view: View): Promise<void> {
  return view.evaluate(() => {
    (globalThis as { refusal?: string | null }).refusal = null;
  });
}
