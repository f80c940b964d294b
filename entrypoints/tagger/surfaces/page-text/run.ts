import type { WhiteSpace } from './rendering';

/** A stretch of a run's text that stands unit for unit in one text node. */
export interface Segment {
  readonly node: Text;
  /** Where it begins in the node's data. */
  readonly from: number;
  /** Where it begins in the run's text. */
  readonly start: number;
  length: number;
}

/** The text between two block boundaries: a paragraph, a heading, a table cell. */
export interface Run {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Where the run begins in the page's text, as of the layout numbered `layout`. */
  start: number;
  layout: number;
}

/** HTML's white space, which is what CSS collapses. A no-break space is none. */
const SPACES = /[ \t\n\r\f]+/g;
const COLLAPSES = /[\t\n\r\f]| {2}/;
// Looks at a run of spaces once, from where it begins: one that ends in no break may be long.
const LINE_BREAK = /(?:(?<![ \t\f])[ \t\f]+)?(?:\r\n|[\n\r])[ \t\f]*/g;

/**
 * Puts a run together from its text nodes, with white space as it is rendered: so a quote reads as
 * it does on screen, and a page that is indented differently tomorrow still reads the same.
 */
export class RunBuilder {
  private parts: string[] = [];
  private length = 0;
  private segments: Segment[] = [];
  /** True where a collapsible space would be swallowed: at a line's start and after a space. */
  private swallow = true;
  /** True while the text ends in a space that goes if the line ends there. */
  private loose = false;

  /** Adds a text node. */
  add(node: Text, whiteSpace: WhiteSpace): void {
    const { data } = node;
    if (data.length === 0) return;
    if (whiteSpace === 'preserve') {
      this.emit(node, 0, data);
      this.swallow = false;
    } else if (whiteSpace === 'preserve-breaks') {
      this.addLines(node, data);
    } else {
      this.addCollapsed(node, data, 0, data.length);
    }
  }

  /** Adds a forced line break, `<br>`. */
  break(): void {
    this.trim();
    this.parts.push('\n');
    this.length++;
    this.swallow = true;
  }

  /** The run so far, or `null` where it holds no text; the builder then begins a new one. */
  finish(): Run | null {
    this.trim();
    const last = this.segments.at(-1);
    // An editor ends a block with a `<br>` to keep an empty line open; it shows nothing.
    while (last && this.length > last.start + last.length) {
      this.parts.pop();
      this.length--;
    }
    const run = last
      ? { text: this.parts.join(''), segments: this.segments, start: 0, layout: -1 }
      : null;
    this.parts = [];
    this.length = 0;
    this.segments = [];
    this.swallow = true;
    this.loose = false;
    return run;
  }

  private addLines(node: Text, data: string): void {
    let at = 0;
    for (const gap of data.matchAll(LINE_BREAK)) {
      this.addCollapsed(node, data, at, gap.index);
      this.break();
      at = gap.index + gap[0].length;
    }
    this.addCollapsed(node, data, at, data.length);
  }

  private addCollapsed(node: Text, data: string, from: number, to: number): void {
    if (from === to) return;
    const part = from === 0 && to === data.length ? data : data.slice(from, to);
    if (!COLLAPSES.test(part) && !(this.swallow && part.startsWith(' '))) {
      this.emitWords(node, from, part);
      return;
    }
    let at = 0;
    for (const gap of part.matchAll(SPACES)) {
      if (gap.index > at) this.emitWords(node, from + at, part.slice(at, gap.index));
      if (!this.swallow) this.emitWords(node, from + gap.index, ' ');
      at = gap.index + gap[0].length;
    }
    if (at < part.length) this.emitWords(node, from + at, part.slice(at));
  }

  private emitWords(node: Text, from: number, text: string): void {
    this.emit(node, from, text);
    this.swallow = text.endsWith(' ');
    this.loose = this.swallow;
  }

  private emit(node: Text, from: number, text: string): void {
    const last = this.segments.at(-1);
    if (
      last?.node === node &&
      last.from + last.length === from &&
      last.start + last.length === this.length
    ) {
      last.length += text.length;
    } else {
      this.segments.push({ node, from, start: this.length, length: text.length });
    }
    this.parts.push(text);
    this.length += text.length;
    this.loose = false;
  }

  /** Takes back a collapsible space that turned out to end the line. */
  private trim(): void {
    if (!this.loose) return;
    this.loose = false;
    const last = this.segments.at(-1) as Segment;
    last.length--;
    if (last.length === 0) this.segments.pop();
    this.parts.push((this.parts.pop() as string).slice(0, -1));
    this.length--;
  }
}
