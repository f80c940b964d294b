import Fuse from 'fuse.js/basic';
import { editsBetween, mostEdits } from '../edits';

export interface NearWord {
  word: string;
  /** How many letters differ: put in, left out, replaced, or swapped with the next. */
  edits: number;
}

/** How many of the words that share the most letter pairs Fuse.js compares. */
const CANDIDATES = 80;
/** Fuse.js counts two swapped letters as two errors, so it is given room, and edits decide. */
const FUSE_THRESHOLD = 0.5;
/** How many answers are kept: a slip is asked about again with every key that comes after it. */
const KEPT = 100;
/** Longer "words" are addresses and keys; correcting them would only cost time. */
const LONGEST = 32;

/**
 * Words written almost alike. Pairs of letters in common narrow the words down to a few, because
 * Fuse.js reads every entry it is given: over some thousand words that is most of a frame for
 * each word of the query, over eighty it is next to nothing.
 */
export class NearWords {
  readonly #words: string[] = [];
  readonly #byPair = new Map<string, number[]>();
  #shared = new Uint8Array(0);
  readonly #answers = new Map<string, readonly NearWord[]>();

  constructor(words: readonly string[]) {
    for (const word of words) this.#addWord(word);
  }

  /** Adds words that are not there yet. */
  add(words: readonly string[]): void {
    if (words.length === 0) return;
    this.#answers.clear();
    for (const word of words) this.#addWord(word);
  }

  /**
   * @param word folded
   * @param asPrefix whether `word` may be the beginning of a longer word still being typed
   * @returns the words a few edits away, nearest first: one edit in words of four or five letters,
   *   two in longer ones, three from nine letters on; none for shorter words
   */
  find(word: string, asPrefix: boolean): readonly NearWord[] {
    const most = mostEdits(word.length);
    if (most === 0 || word.length > LONGEST) return [];
    const asked = `${word} ${asPrefix}`;
    let near = this.#answers.get(asked);
    if (!near) {
      near = this.#lookFor(word, asPrefix, most);
      if (this.#answers.size >= KEPT) this.#answers.clear();
      this.#answers.set(asked, near);
    }
    return near;
  }

  #lookFor(word: string, asPrefix: boolean, most: number): NearWord[] {
    const fuse = new Fuse(this.#candidates(word, asPrefix), {
      threshold: FUSE_THRESHOLD,
      ignoreFieldNorm: true,
      ignoreLocation: false,
    });
    const near: NearWord[] = [];
    for (const { item } of fuse.search(word)) {
      const edits = editsBetween(word, item, asPrefix);
      if (edits <= most) near.push({ word: item, edits });
    }
    return near.sort(
      (a, b) => a.edits - b.edits || a.word.length - b.word.length || (a.word < b.word ? -1 : 1),
    );
  }

  #addWord(word: string): void {
    const index = this.#words.push(word) - 1;
    for (const pair of new Set(pairsOf(word))) {
      const list = this.#byPair.get(pair);
      if (list) list.push(index);
      else this.#byPair.set(pair, [index]);
    }
  }

  #candidates(word: string, asPrefix: boolean): string[] {
    if (this.#shared.length < this.#words.length) {
      this.#shared = new Uint8Array(this.#words.length * 2);
    }
    const shared = this.#shared;
    const touched: number[] = [];
    for (const pair of new Set(pairsOf(word))) {
      for (const index of this.#byPair.get(pair) ?? []) {
        if (shared[index] === 0) touched.push(index);
        shared[index] = (shared[index] as number) + 1;
      }
    }
    const likeness = (index: number) => {
      const length = (this.#words[index] as string).length;
      const apart = asPrefix ? Math.max(0, word.length - length) : Math.abs(length - word.length);
      return (shared[index] as number) - apart / 2;
    };
    const best = touched
      .map((index) => ({ index, likeness: likeness(index) }))
      .filter((one) => one.likeness > 0)
      .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
      .slice(0, CANDIDATES)
      .map((one) => this.#words[one.index] as string);
    for (const index of touched) shared[index] = 0;
    return best;
  }
}

/** The word's pairs of letters, its beginning counting as a letter, in either order. */
function pairsOf(word: string): string[] {
  const pairs: string[] = [`^${word[0] ?? ''}`];
  for (let i = 1; i < word.length; i++) {
    const [a, b] = [word[i - 1] as string, word[i] as string];
    pairs.push(a < b ? a + b : b + a);
  }
  return pairs;
}
