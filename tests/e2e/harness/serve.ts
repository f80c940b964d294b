import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** What a path answers: a text, or a text with headers (a CSP, say) and a status. */
export type Answer =
  | string
  | {
      readonly body: string | Uint8Array;
      readonly type?: string;
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Whether the answer never ends. */
      readonly endless?: boolean;
    };

export type Routes = Readonly<Record<string, Answer>>;

export interface Site {
  /** Address of a path on `127.0.0.1`. */
  url(path?: string): string;
  /** The same page on `localhost`: another origin, and another site, to the browser. */
  elsewhere(path?: string): string;
  /** Paths asked for so far, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Serves pages on loopback.
 *
 * @param routes answers by path (without the query); a text is HTML
 * @param folders folders whose files are served, by the path they appear under, such as
 *   `{ '/npm/': 'node_modules' }`; `routes` win
 * @param port 0 for any that is free
 * @throws where the port is taken
 */
export async function serve(
  routes: Routes,
  folders: Readonly<Record<string, string>> = {},
  port = 0,
): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://loopback').pathname);
    asked.push(path);
    // Browsers ask for it on their own; a 404 would read as an error of the page.
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route !== undefined) {
      const { body, type, status, headers, endless } =
        typeof route === 'string' ? ({ body: route } as Exclude<Answer, string>) : route;
      const named = TYPES[extname(path)] ?? 'text/html; charset=utf-8';
      response.writeHead(status ?? 200, { 'content-type': type ?? named, ...headers });
      if (endless) response.write(body);
      else response.end(body);
      return;
    }
    const file = fileFor(path, folders);
    const body = file ? await readFile(file).catch(() => undefined) : undefined;
    if (body === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here.');
      return;
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(body);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: actual } = server.address() as AddressInfo;

  return {
    url: (path = '/') => `http://127.0.0.1:${actual}${path}`,
    elsewhere: (path = '/') => `http://localhost:${actual}${path}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fileFor(path: string, folders: Readonly<Record<string, string>>): string | undefined {
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!path.startsWith(prefix)) continue;
    const inside = normalize(path.slice(prefix.length));
    if (inside.startsWith('..') || inside.startsWith(sep)) continue;
    return join(folder, inside);
  }
  return undefined;
}
