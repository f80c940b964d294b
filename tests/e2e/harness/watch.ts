import type { BrowserContext, Page, Worker } from 'playwright-core';

/** What a run must not show; both lists grow while the browser runs. */
export interface Watched {
  /** Errors of pages and of the background, as their consoles show them. */
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
  const note = (address: string) => {
    const { protocol, hostname } = new URL(address);
    if (!OWN_SCHEMES.has(protocol) && !LOOPBACK.has(hostname)) foreignRequests.push(address);
  };
  const watchPage = (page: Page) => {
    page.on('websocket', (socket) => note(socket.url()));
  };

  context.on('weberror', (one) => {
    errors.push(one.error().message);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  context.on('request', (request) => note(request.url()));
  context.on('page', watchPage);
  context.on('serviceworker', sayUncaughtErrors);
  for (const page of context.pages()) watchPage(page);
  for (const worker of context.serviceWorkers()) sayUncaughtErrors(worker);
  return { errors, foreignRequests };
}

/** The driver reports what a worker writes to its console, and not what it throws. */
function sayUncaughtErrors(worker: Worker): void {
  const listen = () => {
    self.addEventListener('error', (event) => {
      console.error(event.message);
    });
    self.addEventListener('unhandledrejection', (event) => {
      console.error(`Uncaught (in promise): ${event.reason}`);
    });
  };
  // A worker that is gone by now has nothing left to say.
  worker.evaluate(listen).catch(() => {});
}
