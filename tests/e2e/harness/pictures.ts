import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const FOLDER = resolve('test-results');

/** A page of either browser's driver. */
interface Pictured {
  screenshot(options: { path: `${string}.png` }): Promise<unknown>;
}

/** The path a picture is kept at; its folder is made. */
export async function picturePath(name: string): Promise<`${string}.png`> {
  const path = resolve(FOLDER, `${name}.png`) as `${string}.png`;
  await mkdir(dirname(path), { recursive: true });
  return path;
}

/** Keeps a picture of a page in `test-results/<name>.png` and returns its path. */
export async function screenshot(page: Pictured, name: string): Promise<string> {
  const path = await picturePath(name);
  await page.screenshot({ path });
  return path;
}
