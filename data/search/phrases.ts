/** A phrase as a run of terms, and all that it stands for. */
export interface Phrase<T> {
  terms: readonly number[];
  values: readonly T[];
}

export interface PhraseMatch<T> {
  phrase: Phrase<T>;
  /** Index of its first term in the sequence. */
  at: number;
}

/**
 * Phrases to be recognised in sequences of terms. However many ladders share a phrase, it is kept
 * and looked for once.
 */
export class PhraseTable<T> {
  readonly #byFirst = new Map<number, Phrase<T>[]>();
  readonly #values = new Map<string, T[]>();

  /** A phrase without terms is left out: it could never be found. */
  add(terms: readonly number[], value: T): void {
    const first = terms[0];
    if (first === undefined) return;
    const key = terms.join(' ');
    const values = this.#values.get(key);
    if (values) {
      values.push(value);
      return;
    }
    const fresh = [value];
    this.#values.set(key, fresh);
    listIn(this.#byFirst, first).push({ terms, values: fresh });
  }

  /** Every phrase that stands in `sequence` word for word. */
  in(sequence: readonly number[]): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    for (let at = 0; at < sequence.length; at++) {
      for (const phrase of this.#byFirst.get(sequence[at] as number) ?? []) {
        if (phrase.terms.every((term, k) => sequence[at + k] === term)) {
          matches.push({ phrase, at });
        }
      }
    }
    return matches;
  }

  /**
   * Every phrase of two or more terms that all stand in the sequence within a window one and a
   * half times the phrase's length plus one, in any order and with other words between:
   * "buy-in from every stakeholder" has "stakeholder buy-in".
   */
  near(sequence: readonly number[]): PhraseMatch<T>[] {
    const places = new Map<number, number[]>();
    for (const [i, term] of sequence.entries()) listIn(places, term).push(i);
    const matches: PhraseMatch<T>[] = [];
    for (const [term, at] of places) {
      for (const phrase of this.#byFirst.get(term) ?? []) {
        // Most phrases fall at the second word, without a closer look.
        const second = phrase.terms[1];
        if (second === undefined || !places.has(second)) continue;
        const reach = Math.ceil(phrase.terms.length * 1.5) + 1;
        const start = at.find((i) =>
          phrase.terms.every((other) => places.get(other)?.some((j) => Math.abs(j - i) < reach)),
        );
        if (start !== undefined) matches.push({ phrase, at: start });
      }
    }
    return matches;
  }
}

function listIn<V>(map: Map<number, V[]>, key: number): V[] {
  let list = map.get(key);
  if (!list) {
    list = [];
    map.set(key, list);
  }
  return list;
}
