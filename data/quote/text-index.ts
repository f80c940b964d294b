import { firstIndex, lastAtOrBelow } from '../first-index';
import { classOf, SEPARATOR } from './characters';
import { type Block, blockEnd, bucketOf, NO_WORD, readBlock } from './chunks';

/** What an update changed: `start` to `oldEnd` of the old text became `start` to `newEnd` of the new. */
export interface TextChange {
  start: number;
  oldEnd: number;
  newEnd: number;
}

/** The words of a text and where each stands. Read lazily, block by block, and patched after edits. */
export class TextIndex {
  private blocks: Block[] = [];
  /** Offset of the first unit, and number of the first word, of each block. */
  private offsets: number[] = [];
  private numbers: number[] = [];
  private gathered = new Map<number, readonly number[]>();
  private read = 0;
  /** How many words the text has. Right once it is complete. */
  count = 0;

  constructor(public text: string) {}

  get complete(): boolean {
    return this.read >= this.text.length;
  }

  /** Reads one more block. */
  step(): void {
    this.stepUntil(this.text.length);
  }

  /**
   * Takes over a changed text. Blocks before and after the change keep; only the text between them
   * is read again. Comparing costs one pass of the engine's string comparison, block by block.
   */
  update(text: string): TextChange {
    const old = this.text;
    let front = 0;
    let start = 0;
    while (front < this.blocks.length) {
      const end = start + (this.blocks[front] as Block).length;
      if (end > text.length || old.slice(start, end) !== text.slice(start, end)) break;
      start = end;
      front++;
    }
    // A block ends before a space. Where that is gone, the last word may have grown.
    if (front > 0 && start < text.length && classOf(text.charCodeAt(start)) !== SEPARATOR) {
      front--;
      start -= (this.blocks[front] as Block).length;
    }
    let back = this.blocks.length;
    let oldEnd = old.length;
    let newEnd = text.length;
    if (this.complete) {
      while (back > front) {
        const { length } = this.blocks[back - 1] as Block;
        if (newEnd - length < start) break;
        if (old.slice(oldEnd - length, oldEnd) !== text.slice(newEnd - length, newEnd)) break;
        oldEnd -= length;
        newEnd -= length;
        back--;
      }
      // A block begins with a space, but the text's first: what comes before that joins its first word.
      while (
        back < this.blocks.length &&
        newEnd > start &&
        classOf(text.charCodeAt(newEnd)) !== SEPARATOR
      ) {
        const { length } = this.blocks[back] as Block;
        oldEnd += length;
        newEnd += length;
        back++;
      }
    }
    const kept = this.complete ? this.blocks.slice(back) : [];
    this.text = text;
    this.gathered.clear();
    this.blocks.length = front;
    this.offsets.length = front;
    this.numbers.length = front;
    this.read = start;
    this.count = this.blocks.reduce((sum, block) => sum + block.count, 0);
    if (kept.length > 0) {
      while (this.read < newEnd) this.stepUntil(newEnd);
      for (const block of kept) this.append(block);
    }
    return exactChange(old, text, start, oldEnd, newEnd);
  }

  private stepUntil(limit: number): void {
    const to = Math.min(limit, blockEnd(this.text, this.read));
    this.append(readBlock(this.text, this.read, to));
  }

  private append(block: Block): void {
    this.offsets.push(this.read);
    this.numbers.push(this.count);
    this.blocks.push(block);
    this.read += block.length;
    this.count += block.count;
  }

  /** The numbers of all words with a fingerprint, ascending. Gathered once between two changes. */
  places(hash: number): readonly number[] {
    const known = this.gathered.get(hash);
    if (known) return known;
    const places: number[] = [];
    for (let at = 0; at < this.blocks.length; at++) {
      const block = this.blocks[at] as Block;
      const number = this.numbers[at] as number;
      let word = block.heads[bucketOf(hash, block.heads.length)] as number;
      while (word !== NO_WORD) {
        if (block.hash[word] === hash) places.push(number + word);
        word = block.next[word] as number;
      }
    }
    this.gathered.set(hash, places);
    return places;
  }

  /** Calls `visit` for the words numbered `from` to `to`, with fingerprint and offsets. */
  span(
    from: number,
    to: number,
    visit: (word: number, hash: number, start: number, end: number) => void,
  ): void {
    let number = Math.max(0, from);
    const last = Math.min(to, this.count);
    for (let at = lastAtOrBelow(this.numbers, number); number < last; at++) {
      const block = this.blocks[at] as Block;
      const first = this.numbers[at] as number;
      const offset = this.offsets[at] as number;
      for (let word = number - first; word < block.count && number < last; word++, number++) {
        visit(
          number,
          block.hash[word] as number,
          offset + (block.start[word] as number),
          offset + (block.end[word] as number),
        );
      }
    }
  }

  /** The number of the first word that ends after an offset. */
  wordAfter(offset: number): number {
    const at = lastAtOrBelow(this.offsets, offset);
    const block = this.blocks[at];
    if (!block) return 0;
    const within = offset - (this.offsets[at] as number);
    const first = firstIndex(block.count, (word) => (block.end[word] as number) > within);
    return (this.numbers[at] as number) + first;
  }
}

/** Narrows a change found block by block to the units that differ. */
function exactChange(
  old: string,
  text: string,
  start: number,
  oldEnd: number,
  newEnd: number,
): TextChange {
  let from = start;
  const limit = Math.min(oldEnd, newEnd);
  while (from < limit && old.charCodeAt(from) === text.charCodeAt(from)) from++;
  let oldTo = oldEnd;
  let newTo = newEnd;
  while (oldTo > from && newTo > from && old.charCodeAt(oldTo - 1) === text.charCodeAt(newTo - 1)) {
    oldTo--;
    newTo--;
  }
  return { start: from, oldEnd: oldTo, newEnd: newTo };
}
