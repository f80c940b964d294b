import { firstIndex } from '../../../../data/first-index';
import type { Span } from '../../../../data/passage';
import { placesOf, type Solid, solidOf } from './solid';

/** A label of a text rectangle, and where its words stand in the document. */
export interface Run {
  readonly label: Solid;
  /** Where its first solid unit stands among the document's solid units; `null` where unknown. */
  readonly at: number | null;
}

/** How many of the longest labels vote on where in the document the visible part begins. */
const VOTERS = 24;

/** Labels shorter than this, in solid units, stand in too many places to vote. */
const SHORTEST_VOTER = 6;

/** A label that stands in more places than this has no vote. */
const MOST_PLACES = 60;

/** Votes within this many units are for the same place: marks and chips' labels push them apart. */
const BUCKET = 64;

/**
 * Labels from this length on are looked for when they do not follow the one before, which happens
 * after a list mark, a chip, an edit not yet read, or where two tiles overlap; shorter ones could
 * stand anywhere.
 */
const SHORTEST_FOUND = 8;

/** How far around the expected place they are looked for, in solid units: about two pages. */
const WINDOW = 4_000;

/** The same for the first of all, whose place the votes give but roughly. */
const FIRST = { shortest: 3, window: BUCKET };

/**
 * Finds the document's words in the labels of the rectangles on screen, which are the text of the
 * visible part in order, here and there with something in between that is not in the text.
 *
 * @param labels in the order they are read on screen
 * @param share about how far down the document the first of them stands, 0 to 1
 */
export function locateRuns(labels: readonly string[], text: Solid, share: number): Run[] {
  const solid = labels.map(solidOf);
  const found = new Array<number | null>(labels.length).fill(null);
  let expected = firstPlace(solid, text.text, share);
  let rough = true;
  solid.forEach((label, index) => {
    const at = placeNear(text.text, label.text, expected, rough);
    if (at === null) return;
    rough = false;
    found[index] = at;
    expected = at + label.text.length;
  });
  // What was too short to be found by itself follows from what stands behind it.
  for (let index = labels.length - 2; index >= 0; index--) {
    const next = found[index + 1] ?? null;
    const label = solid[index]?.text ?? '';
    if (found[index] !== null || next === null) continue;
    const at = next - label.length;
    if (at >= 0 && text.text.startsWith(label, at)) found[index] = at;
  }
  return solid.map((label, index) => ({ label, at: found[index] ?? null }));
}

function placeNear(text: string, label: string, expected: number, rough: boolean): number | null {
  if (label === '') return null;
  if (text.startsWith(label, expected)) return expected;
  const short = label.length < SHORTEST_FOUND;
  if (short && (!rough || label.length < FIRST.shortest)) return null;
  const window = short ? FIRST.window : WINDOW;
  const after = text.indexOf(label, expected);
  const before = text.lastIndexOf(label, expected);
  const isNear = (at: number) => at >= 0 && Math.abs(at - expected) <= window;
  const near = [after, before].filter(isNear);
  if (near.length === 0) return null;
  return near.reduce((best, at) =>
    Math.abs(at - expected) < Math.abs(best - expected) ? at : best,
  );
}

/** Where the first label is likely to stand: where the longest labels, taken together, say. */
function firstPlace(labels: readonly Solid[], text: string, share: number): number {
  let position = 0;
  const placed = labels.map(({ text: words }) => {
    const from = position;
    position += words.length;
    return { words, from };
  });
  const voters = placed
    .filter(({ words }) => words.length >= SHORTEST_VOTER)
    .sort((a, b) => b.words.length - a.words.length)
    .slice(0, VOTERS);
  const votes = new Map<number, { weight: number; place: number }>();
  for (const { words, from } of voters) {
    const places = placesOf(text, words, MOST_PLACES);
    for (const at of places.length < MOST_PLACES ? places : []) {
      const place = at - from;
      const bucket = Math.round(place / BUCKET);
      for (const one of [bucket - 1, bucket, bucket + 1]) {
        const vote = votes.get(one) ?? { weight: 0, place };
        votes.set(one, { weight: vote.weight + words.length, place: vote.place });
      }
    }
  }
  const guess = share * text.length;
  let best: { weight: number; place: number } | null = null;
  for (const vote of votes.values()) {
    const nearer = best && Math.abs(vote.place - guess) < Math.abs(best.place - guess);
    if (!best || vote.weight > best.weight || (vote.weight === best.weight && nearer)) best = vote;
  }
  return Math.max(0, best?.place ?? 0);
}

/**
 * The part of a run's label that a span of the document covers, as offsets in the label; `null`
 * where they have no letter in common.
 */
export function partOf({ label, at }: Run, text: Solid, { start, end }: Span): Span | null {
  if (at === null) return null;
  const offset = (index: number) => text.at[at + index] ?? Number.POSITIVE_INFINITY;
  const first = firstIndex(label.at.length, (index) => offset(index) >= start);
  const beyond = firstIndex(label.at.length, (index) => offset(index) >= end);
  const from = label.at[first];
  const last = label.at[beyond - 1];
  if (beyond <= first || from === undefined || last === undefined) return null;
  return { start: from, end: last + 1 };
}
