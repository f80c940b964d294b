import { readFile } from 'node:fs/promises';
import { type Site, serve } from '../../tests/e2e/harness/serve';

/** The same in every run, so that evidence kept from last time finds its page again. */
const PORT = 4718;

/** Serves the sample review on loopback. */
export async function serveSample(): Promise<Site> {
  const routes = { '/': await readFile('tests/fixtures/sample-review.html', 'utf8') };
  return serve(routes, {}, PORT).catch(() => serve(routes));
}
