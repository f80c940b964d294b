import { beforeEach, expect, it, vi } from 'vitest';
import type { Confidence } from '../../../data/quote';
import type { SearchedSurface } from '../../../entrypoints/tagger/finding';
import type { FrameSurfaces } from '../../../entrypoints/tagger/frame-surfaces';
import { Sight } from '../../../entrypoints/tagger/sight';
import type { Standpoint } from '../../../entrypoints/tagger/standings';

const surfaces = { distrust: vi.fn(), checkHidden: vi.fn(() => false) };
let isHidden: boolean;
let sight: Sight;

const searched = { surface: { isHidden: () => isHidden } } as unknown as SearchedSurface;
const found = (confidence: Confidence = 'same') =>
  new Map<string, Standpoint | null>([['one', { searched, at: { start: 0, end: 5, confidence } }]]);
const MISSING = new Map<string, Standpoint | null>([['one', null]]);

const isOutdated = (standpoints: Map<string, Standpoint | null>) =>
  sight.isOutdated(surfaces as unknown as FrameSurfaces, standpoints);

beforeEach(() => {
  surfaces.distrust.mockReset();
  surfaces.checkHidden.mockReset().mockReturnValue(false);
  isHidden = false;
  sight = new Sight();
});

it('asks nothing of a page where all evidence stands in sight', () => {
  expect(isOutdated(found())).toBe(false);
  expect(surfaces.distrust).not.toHaveBeenCalled();
  expect(surfaces.checkHidden).not.toHaveBeenCalled();
});

it('has a page read anew each time it hides what was in sight', () => {
  for (let time = 1; time <= 2; time++) {
    isHidden = true;
    expect(isOutdated(found())).toBe(true);
    expect(surfaces.distrust).toHaveBeenCalledTimes(time);
    isHidden = false;
    sight.note(found());
  }
});

it('has a page read anew once where a passage stays in something folded away', () => {
  isHidden = true;
  expect(isOutdated(found())).toBe(true);
  sight.note(found());
  expect(isOutdated(found())).toBe(false);
});

it.each([
  ['missing', MISSING],
  ['in other words', found('edited')],
  ['in doubt', found('doubtful')],
])(
  'looks at what was hidden, and at nothing else, for a passage that is %s',
  (_what, standpoints) => {
    expect(isOutdated(standpoints)).toBe(false);
    surfaces.checkHidden.mockReturnValue(true);
    expect(isOutdated(standpoints)).toBe(true);
    expect(surfaces.distrust).not.toHaveBeenCalled();
  },
);
