import { expect, it } from 'vitest';
import { bundleSize } from '../../../bench/search/cold-start';

it('takes less than 100 kB, compressed, with its libraries and all its words', async () => {
  expect(await bundleSize()).toBeLessThan(100_000);
});
