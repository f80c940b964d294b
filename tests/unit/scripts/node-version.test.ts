import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { NODE_WANTED, supportsNode } from '../../../scripts/node-version.mjs';
import { SetUpError, setUpPackages } from '../../../scripts/set-up.mjs';

afterEach(() => vi.unstubAllGlobals());

const YES = ['20.19.0', '20.20.2', '22.12.0', '22.22.1', '24.0.0', '25.1.0', '26.6.6'];
const NO = ['18.20.8', '20.0.0', '20.18.3', '21.7.3', '22.11.0', '23.11.1'];

it.each(YES)('runs on Node %s', (version) => expect(supportsNode(version)).toBe(true));
it.each(NO)('does not run on Node %s', (version) => expect(supportsNode(version)).toBe(false));

/** Draws the progress of publishing to stores, which nothing here does. */
const NEVER_RUN = 'node_modules/listr2';

it('runs nowhere where a package of it does not', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const ranges = Object.entries<Locked>(packages).filter(
    ([path, { optional, engines }]) => path !== '' && !optional && isRange(engines?.node),
  );
  expect(ranges.length).toBeGreaterThan(50);
  const refusing = ranges.filter(([, { engines }]) =>
    YES.some((version) => !supportsNode(version, engines?.node)),
  );
  expect(refusing.map(([path]) => path)).toEqual([NEVER_RUN]);
});

interface Locked {
  readonly optional?: boolean;
  readonly engines?: { readonly node?: string };
}

/** Whether it is written as the newest packages write theirs; the others run on any Node there is. */
function isRange(range: string | undefined): boolean {
  return range?.split('||').every((one) => /^\s*(\^|>=)\s*[\d.]+\s*$/.test(one)) === true;
}

it.each(NO)('says on Node %s what it needs instead of installing anything', async (node) => {
  vi.stubGlobal('process', { ...process, versions: { ...process.versions, node } });
  const refused = await setUpPackages().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(SetUpError);
  expect(refused).toMatchObject({
    message: `Rung needs Node 20.19, 22.12, or 24 and newer; this is ${node}.`,
  });
});

it('is told to people in the same words', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`You need Node ${NODE_WANTED}, and nothing`);
});
