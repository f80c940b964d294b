import type { BrowserContext } from 'playwright-core';

/** What a run must not show; both lists grow while the browser runs. */
export interface Watched {
  /** Errors of pages and workers, as the console shows them. */
  readonly errors: string[];
  /** Addresses on other machines that something asked for. */
  readonly foreignRequests: string[];
}

const OWN_SCHEMES = new Set(['about:', 'blob:', 'chrome:', 'chrome-extension:', 'data:']);
const LOOPBACK = new Set(['127.0.0.1', 'localhost']);

/** Gathers errors and requests to other machines, from now on. */
export function watch(context: BrowserContext): Watched {
  const errors: string[] = [];
  const foreignRequests: string[] = [];
  context.on('weberror', (one) => {
    errors.push(one.error().message);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!OWN_SCHEMES.has(protocol) && !LOOPBACK.has(hostname)) foreignRequests.push(request.url());
  });
  return { errors, foreignRequests };
}
