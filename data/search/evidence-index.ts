import { GENERAL_WEIGHT, GENERAL_WORDS } from './common-words';
import { Lexicon, NO_TERM } from './lexicon';
import { stem } from './stem';
import { wordsOf } from './words';

/** A record as the index sees it: texts of falling importance. */
export interface IndexedRecord {
  id: string;
  /** When it was tagged, milliseconds since 1970. */
  time: number;
  texts: readonly (readonly [text: string, weight: number])[];
}

/**
 * Long passages are indexed up to here, so that one record cannot make the index slow. A note of the
 * longest there may be has fewer words.
 */
const MOST_WORDS = 5_000;
/** The index is rebuilt when more than this share of its slots are dead, and more than a few. */
const MOST_DEAD_SHARE = 0.5;
const FEW = 256;
/** How many new words are put in order at once: each time, all words are gone through. */
const NEW_WORDS = 500;

/** Terms and the records that have them. Records can come and go at any time. */
export class EvidenceIndex {
  lexicon = new Lexicon();
  /** By slot; `undefined` where a record was removed. */
  records: (IndexedRecord | undefined)[] = [];
  #slots = new Map<string, number>();
  #byAge: Uint32Array | undefined;
  #byTerm: { slots: number[]; weights: number[] }[] = [];
  #general = new Set<number>();

  constructor() {
    this.#nameGeneralTerms();
  }

  get size(): number {
    return this.#slots.size;
  }

  /** Adds a record; one with the same id is replaced. */
  add(record: IndexedRecord): void {
    this.remove(record.id);
    const slot = this.records.push(record) - 1;
    this.#byAge = undefined;
    this.#slots.set(record.id, slot);
    const weights = new Map<number, number>();
    for (const [text, weight] of record.texts) {
      for (const word of wordsOf(text, MOST_WORDS)) {
        const term = this.lexicon.add(word.text);
        if (term !== NO_TERM) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
      }
    }
    for (const [term, weight] of weights) {
      let postings = this.#byTerm[term];
      if (!postings) {
        postings = { slots: [], weights: [] };
        this.#byTerm[term] = postings;
      }
      postings.slots.push(slot);
      postings.weights.push(weight);
    }
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    this.records[slot] = undefined;
    this.#byAge = undefined;
    const dead = this.records.length - this.size;
    if (dead > FEW && dead > this.records.length * MOST_DEAD_SHARE) this.#rebuild();
  }

  /**
   * Does ahead what the next question would otherwise wait for: putting new words in order.
   *
   * @param all the few last ones, too
   */
  settle(all: boolean): void {
    if (all || this.lexicon.unsettled >= NEW_WORDS) this.lexicon.prepare();
  }

  /**
   * The slots of all records, oldest record first. Those of one moment, such as an import's, are in
   * the order of their ids, so that it is all one in which order they were indexed.
   */
  byAge(): Uint32Array {
    this.#byAge ??= Uint32Array.from(
      [...this.#slots.values()].sort((a, b) => {
        const [one, other] = [this.records[a] as IndexedRecord, this.records[b] as IndexedRecord];
        return one.time - other.time || (one.id < other.id ? -1 : 1);
      }),
    );
    return this.#byAge;
  }

  knows(term: number): boolean {
    return this.#byTerm[term] !== undefined;
  }

  postings(term: number): { slots: number[]; weights: number[]; idf: number } | undefined {
    const found = this.#byTerm[term];
    if (!found) return undefined;
    const [all, having] = [this.records.length, found.slots.length];
    return { ...found, idf: Math.log(1 + (all - having + 0.5) / (having + 0.5)) };
  }

  termWeight(term: number): number {
    return this.#general.has(term) ? GENERAL_WEIGHT : 1;
  }

  #rebuild(): void {
    const living = this.records.filter((record) => record !== undefined);
    this.lexicon = new Lexicon();
    this.records = [];
    this.#slots = new Map();
    this.#byTerm = [];
    this.#nameGeneralTerms();
    for (const record of living) this.add(record);
  }

  #nameGeneralTerms(): void {
    this.#general = new Set([...GENERAL_WORDS].map((word) => this.lexicon.addTerm(stem(word))));
  }
}
