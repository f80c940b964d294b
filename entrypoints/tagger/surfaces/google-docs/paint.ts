import type { Span } from '../../../../data/passage';
import { budget } from '../../budget';
import type { Mark } from '../surface';
import { Boxes, type DrawnBox } from './boxes';
import { followEditor } from './follow-editor';
import { EDITOR, SELECTION_LAYER } from './names';
import { Rectangles } from './rectangles';
import { type Solid, solidOf } from './solid';

/** Drawing within one frame is taken together, in milliseconds. */
const FRAME = 16;

/** Draws marks over the text where the page lays out rectangles for it; elsewhere nothing. */
export class Painter {
  private marks: readonly Mark[] = [];
  private text = '';
  private solid: Solid = solidOf('');
  private boxes: Boxes | null = null;
  private following: AbortController | null = null;
  private due: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: Document) {}

  /**
   * Shows exactly these marks, and keeps them in place; `[]` ends that.
   *
   * @param text the text that the marks' offsets count
   */
  show(marks: readonly Mark[], text: string): void {
    this.marks = marks;
    this.read(text);
    if (marks.length === 0) this.close();
    else this.draw();
  }

  /** Draws what is shown where the page shows its text now, which may be in another editor. */
  redraw(): void {
    if (this.marks.length > 0) this.draw();
  }

  /** Where a span of a text is on screen, line by line. */
  rectsOf(span: Span, text: string): DOMRect[] {
    const solid = text === this.text ? this.solid : solidOf(text);
    return new Rectangles(this.page, solid).boxesOf(span);
  }

  idsAt(x: number, y: number): readonly string[] {
    return this.boxes?.idsAt(x, y) ?? [];
  }

  /** Whether a node is one of the boxes. */
  owns(node: Node): boolean {
    return this.boxes?.owns(node) ?? false;
  }

  close(): void {
    clearTimeout(this.due);
    this.due = undefined;
    this.following?.abort();
    this.following = null;
    this.boxes?.remove();
    this.boxes = null;
  }

  private read(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.solid = solidOf(text);
  }

  private draw(): void {
    const editor = this.page.querySelector(EDITOR);
    if (!editor) return;
    if (this.boxes?.editorIfIn !== editor) this.open(editor);
    const { boxes } = this;
    if (!boxes) return;
    const rectangles = new Rectangles(this.page, this.solid);
    const { left, top } = boxes.origin;
    const drawn = new Map<string, DrawnBox>();
    for (const mark of this.marks) {
      for (const rect of rectangles.boxesOf(mark)) {
        const { width, height } = rect;
        const box = { mark, left: rect.left - left, top: rect.top - top, width, height };
        // Where tiles overlap, a line has its rectangles twice.
        const place = [box.left, box.top].map(Math.round).join();
        drawn.set(`${mark.start} ${mark.end} ${mark.hue} ${place}`, box);
      }
    }
    boxes.show([...drawn.values()]);
  }

  private open(editor: Element): void {
    this.close();
    this.boxes = new Boxes(editor);
    this.following = new AbortController();
    const { signal } = this.following;
    const ignores = (node: Node) => this.owns(node) || isSelection(node);
    followEditor(editor, ignores, () => this.drawSoon(), signal);
  }

  private drawSoon(): void {
    this.due ??= setTimeout(
      () => {
        this.due = undefined;
        budget.spend(() => this.draw());
      },
      Math.max(FRAME, budget.wait()),
    );
  }
}

/** A caret that moves moves no text. */
function isSelection(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return Boolean(element?.closest(SELECTION_LAYER));
}
