import { classOf, SEPARATOR } from './characters';
import { makeWords, readWords, type Words } from './words';

/** A stretch of the text with its words, and where each word stands among them. */
export interface Chunk {
  length: number;
  count: number;
  hash: Uint32Array;
  /** Relative to the chunk, so that a chunk keeps when text before it changes. */
  start: Uint16Array;
  end: Uint16Array;
  /** First word of each bucket, and the next word of the same bucket, in text order. */
  heads: Uint16Array;
  next: Uint16Array;
}

/** "No word": the largest value of 16 bits, which no word's number reaches as chunks are shorter. */
export const NO_WORD = 0xffff;

/**
 * Wanted length of a chunk in UTF-16 units. About five pages: reading one takes a fraction of a
 * millisecond, which is the grain at which work can pause and the least that an edit costs.
 */
export const CHUNK_LENGTH = 16_384;
/** A chunk may grow to this while it looks for a place between words to end. */
const CHUNK_LIMIT = 2 * CHUNK_LENGTH;

let scratch: Words | undefined;

/** Where the chunk that begins at `from` ends: between words where there is such a place. */
export function chunkEnd(text: string, from: number): number {
  const wanted = from + CHUNK_LENGTH;
  if (wanted + CHUNK_LENGTH / 2 >= text.length && text.length - from <= CHUNK_LIMIT) {
    return text.length;
  }
  for (let at = wanted; at < from + CHUNK_LIMIT; at++) {
    if (classOf(text.charCodeAt(at)) === SEPARATOR) return at;
  }
  return from + CHUNK_LIMIT;
}

/** Reads `text` from `from` to `to` (at most `CHUNK_LIMIT` units) into a chunk. */
export function readChunk(text: string, from: number, to: number): Chunk {
  scratch ??= makeWords(CHUNK_LIMIT);
  scratch.count = 0;
  readWords(text, from, to, from, scratch);
  const { count } = scratch;
  const hash = scratch.hash.slice(0, count);
  let size = 16;
  while (size < count) size *= 2;
  const heads = new Uint16Array(size).fill(NO_WORD);
  const next = new Uint16Array(count);
  for (let word = count - 1; word >= 0; word--) {
    const bucket = bucketOf(hash[word] as number, size);
    next[word] = heads[bucket] as number;
    heads[bucket] = word;
  }
  const start = new Uint16Array(count);
  start.set(scratch.start.subarray(0, count));
  const end = new Uint16Array(count);
  end.set(scratch.end.subarray(0, count));
  return {
    length: to - from,
    count,
    hash,
    start,
    end,
    heads,
    next,
  };
}

/** Folds the upper half of a fingerprint onto the lower, as FNV's authors advise for small tables. */
export function bucketOf(hash: number, size: number): number {
  return (hash ^ (hash >>> 16)) & (size - 1);
}
