// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SearchedSurface } from '../../../entrypoints/tagger/finding';
import type { FrameSurfaces } from '../../../entrypoints/tagger/frame-surfaces';
import { SilentChanges } from '../../../entrypoints/tagger/silent-changes';
import type { Standpoint } from '../../../entrypoints/tagger/standings';
import { byHand } from '../support/by-hand';

const surfaces = { distrust: vi.fn(), checkHidden: () => false } as unknown as FrameSurfaces;
const read = vi.fn(async () => {});
let isHidden: boolean;
let watching: AbortController;
let silent: SilentChanges;

const searched = { surface: { isHidden: () => isHidden } } as unknown as SearchedSurface;
const STANDPOINTS = new Map<string, Standpoint | null>([
  ['one', { searched, at: { start: 0, end: 5, confidence: 'same' } }],
]);

const look = () => silent.look(surfaces, STANDPOINTS, read);
const happens = (occasion: string) => window.dispatchEvent(byHand(new Event(occasion)));

beforeEach(() => {
  read.mockReset().mockResolvedValue();
  isHidden = true;
  watching = new AbortController();
  silent = new SilentChanges(() => {});
  silent.watch(watching.signal);
});
afterEach(() => watching.abort());

it('reads a page once where a passage stays out of sight', async () => {
  expect(await look()).toBe(true);
  expect(await look()).toBe(false);
});

it('reads a page again after a click no more where a passage stays out of sight', async () => {
  await look();
  happens('click');
  expect(await look()).toBe(false);
});

it.each(['resize', 'hashchange', 'click'])(
  'reads a page again that hid a passage while it was read, after a %s',
  async (occasion) => {
    read.mockImplementationOnce(async () => void happens(occasion));
    await look();
    expect(await look()).toBe(true);
  },
);

it.each(['resize', 'hashchange'])(
  'reads a page again that hid a passage before it had word of a %s',
  async (occasion) => {
    await look();
    happens(occasion);
    expect(await look()).toBe(true);
  },
);
