import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Ladder } from '../../../data/ladder';
import { createLadderSearch } from '../../../data/search';

/** Bytes, gzipped, of the search with its libraries and vocabulary as a browser would load it. */
export async function bundleSize(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: ['data/search.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length;
}

/** Milliseconds from nothing to the first answer, and of the longest slice when built ahead. */
export async function coldStart(ladders: Ladder[]): Promise<{ first: number; slice: number }> {
  const start = performance.now();
  createLadderSearch(ladders).search('stakeholder buy-in');
  const first = performance.now() - start;

  let slice = 0;
  let last = performance.now();
  const preparing = createLadderSearch(ladders).prepare();
  let ready = false;
  preparing.then(() => {
    ready = true;
  });
  while (!ready) {
    await new Promise((resolve) => setTimeout(resolve));
    const now = performance.now();
    slice = Math.max(slice, now - last);
    last = now;
  }
  return { first, slice };
}
