import { foldOf } from './characters';
import { isBlank } from './words';

/** Longer texts are compared by their first and last units only; what is between was aligned anyway. */
const COMPARED = 4_000;
const SPACE = 0x20;

/**
 * How alike two texts are, 0 to 1: twice the length of their longest common subsequence over the sum
 * of their lengths, without regard to case, accents and the kind of space. It sees what words miss:
 * "definition" and "definitions", a new ending, a word joined to the next.
 */
export function similarity(a: string, b: string): number {
  const x = plain(a);
  const y = plain(b);
  if (x.length + y.length === 0) return 1;
  return (2 * commonLength(x, y)) / (x.length + y.length);
}

/** The units that are compared: folded, each run of blanks one space, none at the ends. */
function plain(text: string): number[] {
  const half = COMPARED / 2;
  const cut = text.length > COMPARED ? text.slice(0, half) + text.slice(-half) : text;
  const units: number[] = [];
  for (let at = 0; at < cut.length; at++) {
    const unit = cut.charCodeAt(at);
    if (isBlank(unit)) {
      if (units.length > 0 && units[units.length - 1] !== SPACE) units.push(SPACE);
    } else units.push(foldOf(unit));
  }
  if (units[units.length - 1] === SPACE) units.pop();
  return units;
}

/**
 * Length of the longest common subsequence, 32 columns at a time (Hyyrö 2004, "Bit-parallel LCS-length
 * computation revisited"): a zero bit in `row` stands for a column where the length grows.
 */
function commonLength(a: number[], b: number[]): number {
  const blocks = Math.ceil(a.length / 32);
  const masks = new Map<number, Int32Array>();
  for (let at = 0; at < a.length; at++) {
    const unit = a[at] as number;
    let mask = masks.get(unit);
    if (!mask) {
      mask = new Int32Array(blocks);
      masks.set(unit, mask);
    }
    mask[at >> 5] = (mask[at >> 5] as number) | (1 << (at & 31));
  }
  const row = new Int32Array(blocks).fill(-1);
  for (const unit of b) {
    const mask = masks.get(unit);
    if (!mask) continue;
    let carry = 0;
    for (let block = 0; block < blocks; block++) {
      const before = row[block] as number;
      const matches = before & (mask[block] as number);
      const sum = (before >>> 0) + (matches >>> 0) + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[block] = sum | (before & ~matches);
    }
  }
  let length = 0;
  for (let at = 0; at < a.length; at++) {
    if (((row[at >> 5] as number) & (1 << (at & 31))) === 0) length++;
  }
  return length;
}
