import type { Alignment } from './align';
import type { Occurrence } from './exact';
import type { Pattern } from './pattern';
import { placeOf } from './place';
import type { TextIndex } from './text-index';
import type { Confidence, Quote } from './types';

export interface Judged {
  place: { start: number; end: number } | null;
  score: number;
  accepted: boolean;
  confidence: Confidence;
  features: Record<string, number>;
}
const NEAR = 8;
export function judge(
  quote: Quote,
  pattern: Pattern,
  alignment: Alignment | null,
  index: TextIndex,
  verbatim?: Occurrence,
): Judged {
  const place = verbatim
    ? { start: verbatim.at, end: verbatim.at + quote.exact.length }
    : alignment && placeOf(pattern, alignment, index);
  let matched = 0;
  let words = 0;
  if (alignment)
    for (let w = pattern.first; w < pattern.last; w++)
      if ((alignment.to[w] as number) >= 0) {
        matched += pattern.bits[w] as number;
        words++;
      }
  const n = pattern.last - pattern.first;
  const cov = verbatim ? 1 : pattern.total > 0 ? matched / pattern.total : 0;
  const left = alignment ? context(pattern, alignment, -1) : 0;
  const right = alignment ? context(pattern, alignment, 1) : 0;
  const features = {
    cov,
    covWords: n ? words / n : 0,
    bits: matched,
    left,
    right,
    n,
    chain: alignment?.score ?? 0,
    span: place ? (place.end - place.start) / quote.exact.length : 0,
    verbatim: verbatim ? 1 : 0,
  };
  const score = cov + 0.25 * (left + right);
  return { place: place ?? null, score, accepted: cov > 0.5, confidence: 'edited', features };
}
function context(pattern: Pattern, alignment: Alignment, side: -1 | 1): number {
  let sum = 0;
  let got = 0;
  let w = side < 0 ? pattern.first - 1 : pattern.last;
  let k = 0;
  let weight = 1;
  for (; w >= 0 && w < pattern.count && k < NEAR; w += side, k++) {
    sum += weight * (pattern.bits[w] as number);
    if ((alignment.to[w] as number) >= 0) got += weight * (pattern.bits[w] as number);
    weight *= 0.85;
  }
  return sum ? got / sum : 0;
}
