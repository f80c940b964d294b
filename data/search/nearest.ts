import Fuse from 'fuse.js/basic';
import type { LadderIndex } from './ladder-index';

/** Fuse.js gives up at a score of 1; up to here there is some likeness left. */
const LEAST_ALIKE = 0.8;
const MOST = 5;
/** Fuse.js takes a pattern apart past 32 letters; by then the name is recognised or never. */
const LONGEST = 32;

/** The places of sub-skills whose names are written most like folded `text`, best first. */
export function nearestNames(
  index: LadderIndex,
  text: string,
  allowed: (place: number) => boolean,
): number[] {
  // Without a letter nothing is like it, and Fuse.js would answer with all there is.
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const names = index.subSkills.filter((one) => allowed(one.place));
  const fuse = new Fuse(names, {
    keys: ['foldedName'],
    threshold: LEAST_ALIKE,
    ignoreLocation: true,
  });
  return fuse.search(text.slice(0, LONGEST), { limit: MOST }).map(({ item }) => item.place);
}
