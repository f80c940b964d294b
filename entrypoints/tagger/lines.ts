import { lastAtOrBelow } from '../../data/first-index';
/** What of a text can be had without all of it: a string is one, too. */
export interface Stretches {
  /** UTF-16 units. */
  readonly length: number;
  slice(from: number, to: number): string;
}

/**
 * A text as its lines. It is put together only where somebody asks for the whole: on a page of a
 * megabyte that takes as long as all else that a change brings about.
 */
export class Lines implements Stretches {
  /** Where each line begins, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly length: number;
  #text: string | undefined;

  private constructor(
    /** Without the line feeds between them; at least one. */
    readonly lines: readonly string[],
    text?: string,
  ) {
    const starts: number[] = [];
    let at = 0;
    for (const line of lines) {
      starts.push(at);
      at += line.length + 1;
    }
    this.starts = starts;
    this.length = at - 1;
    this.#text = text;
  }

  static of(text: string): Lines {
    return new Lines(text.split('\n'), text);
  }

  /** The lines of paragraphs, which may have several each, with a line feed between every two. */
  static ofParagraphs(paragraphs: Iterable<string>): Lines {
    const lines: string[] = [];
    for (const paragraph of paragraphs) {
      if (!paragraph.includes('\n')) lines.push(paragraph);
      // Not as arguments of one call: of those an engine takes a hundred thousand at most.
      else for (const line of paragraph.split('\n')) lines.push(line);
    }
    return new Lines(lines.length > 0 ? lines : ['']);
  }

  get text(): string {
    this.#text ??= this.lines.join('\n');
    return this.#text;
  }

  /** As `String.prototype.slice`, for offsets from 0 on. */
  slice(from: number, to: number): string {
    if (this.#text !== undefined) return this.#text.slice(from, to);
    const parts: string[] = [];
    for (let at = this.lineAt(from); at < this.lines.length; at++) {
      const start = this.starts[at] as number;
      if (start > to) break;
      parts.push((this.lines[at] as string).slice(Math.max(0, from - start), to - start));
    }
    return parts.join('\n');
  }

  /** Number of the line that an offset stands in, or at the end of. */
  private lineAt(offset: number): number {
    return lastAtOrBelow(this.starts, offset);
  }
}
