import type { Input } from './synthetic-copy';

/** Anything but what stands in the editor's hidden element at rest. */
const WORDS = /[^\s\u200B-\u200D\uFEFF]/;

/** Whether an input method has unfinished words in the editor's hidden element. */
export class Composition {
  private composing = false;
  private watched: Document | null = null;

  constructor(private readonly signal: AbortSignal) {}

  /** Follows an input from now on; asked again about the same one, it just goes on. */
  follow({ element }: Input): void {
    const { ownerDocument } = element;
    if (this.watched === ownerDocument) return;
    this.watched = ownerDocument;
    // What began before we looked shows only by its words.
    this.composing = WORDS.test(element.textContent ?? '');
    const options = { capture: true, passive: true, signal: this.signal };
    ownerDocument.addEventListener(
      'compositionstart',
      () => {
        this.composing = true;
      },
      options,
    );
    for (const name of ['compositionend', 'keydown']) {
      ownerDocument.addEventListener(
        name,
        (event) => {
          if (!(event as KeyboardEvent).isComposing) this.composing = false;
        },
        options,
      );
    }
  }

  get active(): boolean {
    return this.composing;
  }
}
