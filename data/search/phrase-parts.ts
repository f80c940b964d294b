/** How strongly it takes several phrases to have a word before it counts alone; see `worth`. */
const SUPPORT = 1;

/** The words of a sub-skill's phrases, each by itself. */
export class Parts {
  readonly #sums = new Map<number, { weight: number; phrases: number }>();

  add(term: number, weight: number): void {
    const sum = this.#sums.get(term);
    if (!sum) this.#sums.set(term, { weight, phrases: 1 });
    else {
      sum.weight += weight;
      sum.phrases += 1;
    }
  }

  /**
   * What each word counts alone. One that only a single phrase has ("fence" of "sits on the
   * fence") is likely to mean something else without the rest; one that several have is the
   * sub-skill's own.
   */
  *worth(): Generator<[term: number, weight: number]> {
    for (const [term, { weight, phrases }] of this.#sums) {
      yield [term, (weight * phrases) / (phrases + SUPPORT)];
    }
  }
}
