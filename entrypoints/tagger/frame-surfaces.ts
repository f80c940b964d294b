import { budget } from './budget';
import { SearchedSurface } from './finding';
import type { Choice } from './surfaces/choose';
import { isReadableField, type TextField } from './surfaces/field-rules';
import { createGoogleDocsSurface, isGoogleDocs } from './surfaces/google-docs';
import { createPageTextSurface, type PageTextSurface } from './surfaces/page-text';
import type { Surface } from './surfaces/surface';
import { createTextFieldSurface } from './surfaces/text-field';

/** Every surface of this frame: Google Docs alone, or the page's text and its text fields. */
export class FrameSurfaces {
  private readonly main: SearchedSurface;
  private readonly pageText: PageTextSurface | null = null;
  private readonly fields = new Map<TextField, SearchedSurface>();
  private watching: { onChange: () => void; signal: AbortSignal } | null = null;

  /** @param onRoot called with each open shadow root that the page's text is met in */
  constructor(page: Document, onRoot: (root: ShadowRoot) => void) {
    if (isGoogleDocs()) {
      this.main = new SearchedSurface(createGoogleDocsSurface());
    } else {
      this.pageText = createPageTextSurface(page, onRoot);
      this.main = new SearchedSurface(this.pageText);
    }
  }

  /** The page's text, or Google Docs; then the text fields. */
  get all(): readonly SearchedSurface[] {
    return [this.main, ...this.fields.values()];
  }

  /** The surface that was chosen; `null` where nobody is to read it. */
  chosen(choice: Choice): SearchedSurface | null {
    if (choice.on === 'secret-field') return null;
    return choice.on === 'field' ? this.ofField(choice.field) : this.main;
  }

  /** The surface of a field, made when first asked for. */
  private ofField(field: TextField): SearchedSurface {
    let searched = this.fields.get(field);
    if (!searched) {
      searched = new SearchedSurface(createTextFieldSurface(field));
      this.fields.set(field, searched);
      this.watchSurface(searched.surface);
    }
    return searched;
  }

  /** The surface that is neither a field nor in one. */
  get ofPage(): SearchedSurface {
    return this.main;
  }

  /** Whether the page took away what is painted in one of them, maybe to draw it anew. */
  isTorn(): boolean {
    return this.all.some(({ surface }) => surface.isTorn?.());
  }

  /** Has every text read as a whole the next time. */
  distrust(): void {
    for (const { surface } of this.all) surface.distrust?.();
  }

  /** Has what was hidden read the next time if it is shown by now; whether anything is. */
  checkHidden(): boolean {
    return this.pageText?.checkHidden() ?? false;
  }

  /** Reads every text as it is now, and takes up fields that came and lets go of those that went. */
  async readAgain(): Promise<void> {
    await this.main.readAgain();
    const readable = budget.spend(() => this.readableFields());
    for (const field of readable) this.ofField(field);
    for (const [element, searched] of this.fields) {
      if (readable.has(element)) await searched.readAgain();
      else {
        searched.surface.dispose();
        this.fields.delete(element);
      }
    }
  }

  private readableFields(): Set<TextField> {
    const all = [...(this.pageText?.fields() ?? []), ...this.fields.keys()];
    return new Set(all.filter(isReadableField));
  }

  /** Calls back after any text changed, until aborted; also for fields that come later. */
  watch(onChange: () => void, signal: AbortSignal): void {
    this.watching = { onChange, signal };
    for (const { surface } of this.all) this.watchSurface(surface);
  }

  dispose(): void {
    for (const { surface } of this.all) surface.dispose();
    this.fields.clear();
  }

  private watchSurface(surface: Surface): void {
    if (this.watching) surface.watch(this.watching.onChange, this.watching.signal);
  }
}
