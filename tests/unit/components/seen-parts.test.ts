// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useSeenParts } from '../../../components/common/use-seen-parts';
import { mounted } from '../support/mounted';

const HEIGHT = 500;
const ALL = 40;

/** A list whose parts are as high as said, in a window of 500 CSS pixels. */
function partsOf(height: number) {
  const lowest = (parts: number) => {
    const element = document.createElement('li');
    const bottom = parts * height;
    element.getBoundingClientRect = () => ({ bottom, height }) as DOMRect;
    return element;
  };
  return { all: ALL, lowest, atRest: 5 };
}

beforeEach(() => {
  vi.stubGlobal('innerHeight', HEIGHT);
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw));
});
afterEach(() => vi.unstubAllGlobals());

/** How many parts are drawn at first for each answer, and once what is seen of it is drawn. */
async function drawnFor(heights: readonly number[]) {
  const firsts: number[] = [];
  const seen: number[] = [];
  let drawn: { at: number; parts: number }[] = [];
  const view = await mounted(
    ({ at, height }: { at: number; height: number }) => {
      const { parts } = useSeenParts(at, partsOf(height));
      drawn.push({ at, parts });
    },
    { at: -1, height: heights[0] ?? 0 },
  );
  for (const [at, height] of heights.entries()) {
    drawn = [];
    await view.give({ at, height });
    const own = drawn.filter((one) => one.at === at);
    firsts.push(own[0]?.parts ?? 0);
    seen.push(own.at(-1)?.parts ?? 0);
  }
  await view.end();
  return { firsts, seen };
}

it('draws as much in the frame of a key as was seen before it', async () => {
  const { firsts, seen } = await drawnFor([100, 100, 100]);
  expect(firsts).toEqual([5, 5, 5]);
  expect(seen).toEqual([5, 5, 5]);
});

it('draws more in the next frame where more is seen, and less for the next key where less is', async () => {
  const { firsts, seen } = await drawnFor([250, 100, 250, 250]);
  expect(firsts).toEqual([2, 2, 5, 2]);
  expect(seen).toEqual([2, 5, 5, 2]);
});
