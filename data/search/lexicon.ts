import { firstIndex } from '../first-index';
import { STOP_WORDS } from './common-words';
import { type NearWord, NearWords } from './near-words';
import { stem } from './stem';

/** Stands in the place of a term for words that are known and say nothing. */
export const NO_TERM = -1;

/** Names the term of a word in sequences that keep every word, those that say nothing too. */
export function everyWordKey(word: string): string {
  return `~${stem(word)}`;
}

export interface Completion {
  term: number;
  word: string;
}

/**
 * Every word the indexed texts have, and the term (a number per stem) it belongs to. Answers which
 * words begin with some letters, and which are written almost so.
 */
export class Lexicon {
  readonly #terms = new Map<string, number>();
  readonly #words = new Map<string, number>();
  #sorted: string[] = [];
  #unsorted: string[] = [];
  /** Words that near ones are not looked for among yet. */
  #far: string[] = [];
  #near: NearWords | undefined;

  constructor() {
    for (const word of STOP_WORDS) this.#words.set(word, NO_TERM);
  }

  /** How many terms there are; they are numbered from 0. */
  get size(): number {
    return this.#terms.size;
  }

  /** How many words came since it was last prepared. */
  get unsettled(): number {
    return this.#far.length;
  }

  /** The term of a folded word; a new word gets into the lexicon. */
  add(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const term = this.addTerm(stem(word));
    this.#words.set(word, term);
    this.#unsorted.push(word);
    this.#far.push(word);
    return term;
  }

  /** The term of a stem, or of anything else that needs a number beside the words. */
  addTerm(name: string): number {
    let term = this.#terms.get(name);
    if (term === undefined) {
      term = this.#terms.size;
      this.#terms.set(name, term);
    }
    return term;
  }

  /** The term of a folded word, `NO_TERM` for one that says nothing, `undefined` if unknown. */
  termOf(word: string): number | undefined {
    return this.#words.get(word) ?? this.#terms.get(stem(word));
  }

  /** The term of a stem, `undefined` if unknown. */
  termOfStem(stemmed: string): number | undefined {
    return this.#terms.get(stemmed);
  }

  /** Whether the texts have exactly this word. */
  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** The words that begin with `prefix`, in alphabetical order, at most `limit`. */
  completions(prefix: string, limit: number): Completion[] {
    const words = this.#inOrder();
    const found: Completion[] = [];
    const first = firstIndex(words.length, (at) => (words[at] as string) >= prefix);
    for (let i = first; i < words.length && found.length < limit; i++) {
      const word = words[i] as string;
      if (!word.startsWith(prefix)) break;
      found.push({ word, term: this.#words.get(word) as number });
    }
    return found;
  }

  /** The words written almost like `word`, or beginning almost like it, nearest first. */
  near(word: string, asPrefix: boolean): (NearWord & { term: number })[] {
    this.prepare();
    return (this.#near as NearWords)
      .find(word, asPrefix)
      .map((near) => ({ ...near, term: this.#words.get(near.word) as number }));
  }

  /** Does ahead what the first question would otherwise wait for. */
  prepare(): void {
    this.#near ??= new NearWords([...STOP_WORDS]);
    this.#near.add(this.#far.sort());
    this.#far = [];
    this.#inOrder();
  }

  #inOrder(): string[] {
    if (this.#unsorted.length > 0) {
      this.#sorted = merge(this.#sorted, this.#unsorted.sort());
      this.#unsorted = [];
    }
    return this.#sorted;
  }
}

function merge(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const fromA = j >= b.length || (i < a.length && (a[i] as string) <= (b[j] as string));
    merged.push((fromA ? a[i++] : b[j++]) as string);
  }
  return merged;
}
