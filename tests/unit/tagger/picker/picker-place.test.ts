import { describe, expect, test } from 'vitest';
import { placeBeside } from '../../../../entrypoints/tagger/picker/place';

const window = { width: 1280, height: 800 };
const box = (x: number, y: number) => ({ x, y, width: 200, height: 20 });

test('below the selection where it fits', () => {
  expect(placeBeside(box(300, 100), 300, window)).toMatchObject({ x: 300, y: 128, height: 300 });
});

test('above it where it does not', () => {
  expect(placeBeside(box(300, 700), 300, window)).toMatchObject({ x: 300, y: 392 });
});

test('at the right edge where neither does', () => {
  const spot = placeBeside(box(300, 250), 450, { width: 1280, height: 500 });
  expect(spot).toMatchObject({ x: 1280 - 392 - 8, y: 500 - 450 - 8 });
});

describe('where neither does, and the pointer is to reach it', () => {
  const low = { width: 1280, height: 500 };
  const spotFor = (x: number, width: number, viewport = low) =>
    placeBeside({ x, y: 250, width, height: 20 }, 450, viewport, { isPointedAt: true });

  test('to the right of the selection', () => {
    expect(spotFor(300, 200)).toMatchObject({ x: 508, y: 42 });
  });

  test('to the left of it where there is no room on its right', () => {
    expect(spotFor(900, 200)).toMatchObject({ x: 900 - 392 - 8, y: 42 });
  });

  test('at the edge where it covers least of it, where there is no room on either side', () => {
    expect(spotFor(8, 1264)).toMatchObject({ x: 1280 - 392 - 8 });
    expect(spotFor(340, 900)).toMatchObject({ x: 8 });
  });
});

test('in the upper right corner where the selection has no place', () => {
  expect(placeBeside(null, 300, window)).toMatchObject({ x: 880, y: 8 });
});

describe('once it is placed', () => {
  const small = { width: 1280, height: 500 };
  const first = placeBeside(box(300, 250), 450, small);

  test('it stays where it is when it becomes less high, and high again', () => {
    const less = placeBeside(box(300, 250), 120, small, { before: first });
    expect(less).toEqual({ ...first, height: 120 });
    expect(placeBeside(box(300, 250), 450, small, { before: less })).toEqual(first);
  });

  test('it moves where it would not fit any more', () => {
    const below = placeBeside(box(300, 250), 120, small);
    expect(placeBeside(box(300, 250), 450, small, { before: below })).toEqual(first);
  });
});

test('never larger than the window, never outside it', () => {
  for (const x of [-500, 0, 2000]) {
    for (const y of [-500, 0, 2000]) {
      for (const isPointedAt of [false, true]) {
        const window = { width: 300, height: 400 };
        const spot = placeBeside(box(x, y), 5000, window, { isPointedAt });
        expect(spot.x).toBeGreaterThanOrEqual(0);
        expect(spot.y).toBeGreaterThanOrEqual(0);
        expect(spot.x + spot.width).toBeLessThanOrEqual(300);
        expect(spot.y + spot.height).toBeLessThanOrEqual(400);
      }
    }
  }
});
