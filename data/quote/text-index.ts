import { firstIndex, lastAtOrBelow } from '../first-index';
import { classOf, SEPARATOR } from './characters';
import { bucketOf, type Chunk, chunkEnd, NO_WORD, readChunk } from './chunks';

/** What an update changed: `start` to `oldEnd` of the old text became `start` to `newEnd` of the new. */
export interface TextChange {
  start: number;
  oldEnd: number;
  newEnd: number;
}

/** The words of a text and where each stands. Read lazily, chunk by chunk, and patched after edits. */
export class TextIndex {
  private chunks: Chunk[] = [];
  /** Offset of the first unit, and number of the first word, of each chunk. */
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

  /** Reads one more chunk. */
  step(): void {
    this.stepUntil(this.text.length);
  }

  /**
   * Takes over a changed text. Chunks before and after the change keep; only the text between them
   * is read again. Comparing costs one pass of the engine's string comparison, chunk by chunk.
   */
  update(text: string): TextChange {
    const old = this.text;
    let front = 0;
    let start = 0;
    while (front < this.chunks.length) {
      const end = start + (this.chunks[front] as Chunk).length;
      if (end > text.length || old.slice(start, end) !== text.slice(start, end)) break;
      start = end;
      front++;
    }
    // A chunk ends before a space. Where that is gone, the last word may have grown.
    if (front > 0 && start < text.length && classOf(text.charCodeAt(start)) !== SEPARATOR) {
      front--;
      start -= (this.chunks[front] as Chunk).length;
    }
    let back = this.chunks.length;
    let oldEnd = old.length;
    let newEnd = text.length;
    if (this.complete) {
      while (back > front) {
        const { length } = this.chunks[back - 1] as Chunk;
        if (newEnd - length < start) break;
        if (old.slice(oldEnd - length, oldEnd) !== text.slice(newEnd - length, newEnd)) break;
        oldEnd -= length;
        newEnd -= length;
        back--;
      }
      // A chunk begins with a space, but the text's first: what comes before that joins its first word.
      while (
        back < this.chunks.length &&
        newEnd > start &&
        classOf(text.charCodeAt(newEnd)) !== SEPARATOR
      ) {
        const { length } = this.chunks[back] as Chunk;
        oldEnd += length;
        newEnd += length;
        back++;
      }
    }
    const kept = this.complete ? this.chunks.slice(back) : [];
    this.text = text;
    this.gathered.clear();
    this.chunks.length = front;
    this.offsets.length = front;
    this.numbers.length = front;
    this.read = start;
    this.count = this.chunks.reduce((sum, chunk) => sum + chunk.count, 0);
    if (kept.length > 0) {
      while (this.read < newEnd) this.stepUntil(newEnd);
      for (const chunk of kept) this.append(chunk);
    }
    return exactChange(old, text, start, oldEnd, newEnd);
  }

  private stepUntil(limit: number): void {
    const to = Math.min(limit, chunkEnd(this.text, this.read));
    this.append(readChunk(this.text, this.read, to));
  }

  private append(chunk: Chunk): void {
    this.offsets.push(this.read);
    this.numbers.push(this.count);
    this.chunks.push(chunk);
    this.read += chunk.length;
    this.count += chunk.count;
  }

  /** The numbers of all words with a fingerprint, ascending. Gathered once between two changes. */
  places(hash: number): readonly number[] {
    const known = this.gathered.get(hash);
    if (known) return known;
    const places: number[] = [];
    for (let at = 0; at < this.chunks.length; at++) {
      const chunk = this.chunks[at] as Chunk;
      const number = this.numbers[at] as number;
      let word = chunk.heads[bucketOf(hash, chunk.heads.length)] as number;
      while (word !== NO_WORD) {
        if (chunk.hash[word] === hash) places.push(number + word);
        word = chunk.next[word] as number;
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
      const chunk = this.chunks[at] as Chunk;
      const first = this.numbers[at] as number;
      const offset = this.offsets[at] as number;
      for (let word = number - first; word < chunk.count && number < last; word++, number++) {
        visit(
          number,
          chunk.hash[word] as number,
          offset + (chunk.start[word] as number),
          offset + (chunk.end[word] as number),
        );
      }
    }
  }

  /** The number of the first word that ends after an offset. */
  wordAfter(offset: number): number {
    const at = lastAtOrBelow(this.offsets, offset);
    const chunk = this.chunks[at];
    if (!chunk) return 0;
    const within = offset - (this.offsets[at] as number);
    const first = firstIndex(chunk.count, (word) => (chunk.end[word] as number) > within);
    return (this.numbers[at] as number) + first;
  }
}

/** Narrows a change found chunk by chunk to the units that differ. */
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
