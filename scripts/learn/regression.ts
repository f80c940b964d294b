/** A passage as the numbers of its distinct words, and the class it belongs to. */
export interface Example {
  readonly words: readonly number[];
  readonly of: number;
}

/**
 * Steps of the descent, and how far the first goes: with these the loss changes by less than one in
 * ten thousand over the last ten.
 */
const STEPS = 160;
const FIRST_STEP = 1.2;
/** Adam's own constants (Kingma and Ba 2015). */
const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;
const TINY = 1e-8;

/**
 * Multinomial logistic regression whose weights are never negative: what a word speaks for can be
 * shown to a person as a reason, what it speaks against cannot. Passages are scaled to length 1, so
 * that long ones do not shout. No intercept: how often a class occurs among the examples says
 * nothing about how often people need it. The same examples always give the same weights.
 *
 * @param penalty of squared weights (L2)
 * @returns weights by word, then by class
 */
export function regress(
  examples: readonly Example[],
  words: number,
  classes: number,
  penalty: number,
): Float64Array[] {
  const size = words * classes;
  const weights = new Float64Array(size);
  const gradient = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  const scores = new Float64Array(classes);

  for (let step = 1; step <= STEPS; step++) {
    for (let at = 0; at < size; at++) gradient[at] = penalty * (weights[at] as number);
    for (const { words: has, of } of examples) {
      if (has.length === 0) continue;
      const scale = 1 / Math.sqrt(has.length);
      scores.fill(0);
      for (const word of has) {
        for (let one = 0; one < classes; one++) {
          scores[one] = (scores[one] as number) + scale * (weights[word * classes + one] as number);
        }
      }
      toProbabilities(scores);
      scores[of] = (scores[of] as number) - 1;
      for (const word of has) {
        for (let one = 0; one < classes; one++) {
          const at = word * classes + one;
          gradient[at] = (gradient[at] as number) + scale * (scores[one] as number);
        }
      }
    }
    const length = FIRST_STEP / Math.sqrt(step);
    for (let at = 0; at < size; at++) {
      const slope = gradient[at] as number;
      mean[at] = MEAN_DECAY * (mean[at] as number) + (1 - MEAN_DECAY) * slope;
      square[at] = SQUARE_DECAY * (square[at] as number) + (1 - SQUARE_DECAY) * slope * slope;
      const smooth = (mean[at] as number) / (1 - MEAN_DECAY ** step);
      const spread = Math.sqrt((square[at] as number) / (1 - SQUARE_DECAY ** step)) + TINY;
      weights[at] = Math.max(0, (weights[at] as number) - (length * smooth) / spread);
    }
  }
  return Array.from({ length: words }, (_, word) =>
    weights.slice(word * classes, (word + 1) * classes),
  );
}

function toProbabilities(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let one = 0; one < scores.length; one++) {
    scores[one] = Math.exp((scores[one] as number) - most);
    sum += scores[one] as number;
  }
  for (let one = 0; one < scores.length; one++) scores[one] = (scores[one] as number) / sum;
}
