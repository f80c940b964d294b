import { type Candidate, SURE } from './judge';
import type { Confidence, Quote } from './types';

export function confidenceOf(
  text: string,
  quote: Quote,
  best: Candidate,
  places: readonly Candidate[],
): Confidence {
  if (best.verbatim) return 'same';
  return best.evidence >= SURE ? 'edited' : 'doubtful';
}
