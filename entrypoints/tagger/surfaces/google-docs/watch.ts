import { budget } from '../../budget';
import { isConnected } from '../../instance';
import { userAtWork } from '../../user-at-work';
import { followEditor } from './follow-editor';
import { EDITOR, INPUT_FRAME } from './names';
import { whenGone } from './when-gone';

/** How long after something was drawn the text is read, in milliseconds: typing comes in bursts. */
const SETTLE = 200;

/**
 * Reading may take one part in this many of the time: at most 2 % of a core, even if all of the
 * time until an answer comes were spent working.
 */
const SHARE = 50;

/** The longest wait while what is drawn is never the text (a blinking caret), in milliseconds. */
const LONGEST = 8_000;

/** How often a document that is not there yet is looked for, in milliseconds; then ever slower. */
const FIRST_LOOK = 500;

/**
 * Notices changes of a text that is not in the page: when something is drawn in the editor, the
 * text is read again, the less often the longer reading takes and the longer nothing came of it.
 */
export class Watcher {
  private due: ReturnType<typeof setTimeout> | undefined;
  private earliest = 0;
  private vain = 0;
  private dirty = false;
  /** Whether the text is being read: until it is, nobody says when the next time will be. */
  private reading = false;
  private following: AbortController | null = null;
  private observed: Element | null = null;

  /**
   * @param read reads the text and tells whether it changed; `null` where it cannot be read
   * @param isOurs whether a node in the editor was put there by us
   * @param onEditor an editor is there, in which nothing of ours is drawn yet
   */
  constructor(
    private readonly page: Document,
    private readonly read: () => Promise<boolean | null>,
    private readonly isOurs: (node: Node) => boolean,
    private readonly onEditor: () => void,
    private readonly onChange: () => void,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.stop(), { once: true });
    if (!signal.aborted) this.look(FIRST_LOOK);
  }

  /** Waits for the editor, and for a text in it. */
  private look(wait: number): void {
    this.due = setTimeout(async () => {
      this.due = undefined;
      this.observe();
      const changed = await this.readOnce();
      if (this.signal.aborted) return;
      this.tell(changed);
      if (!this.observed || changed === null) this.look(Math.min(2 * wait, LONGEST));
      else if (this.dirty) this.note();
    }, wait);
  }

  private observe(): void {
    const editor = this.page.querySelector(EDITOR);
    if (!editor || editor === this.observed) return;
    this.observed = editor;
    this.following = new AbortController();
    const { signal } = this.following;
    followEditor(editor, this.isOurs, () => this.note(), signal);
    whenGone(editor, () => this.lookAnew(), signal);
    this.onEditor();
    const input = this.page.querySelector<HTMLIFrameElement>(INPUT_FRAME)?.contentDocument;
    // Who types is to see the effect at once, however long nothing happened.
    input?.addEventListener('keydown', () => this.hurry(), {
      signal,
      capture: true,
      passive: true,
    });
  }

  /** The page has put the document into another editor, or is about to. */
  private lookAnew(): void {
    this.following?.abort();
    this.observed = null;
    clearTimeout(this.due);
    this.look(FIRST_LOOK);
  }

  private note(): void {
    this.dirty = true;
    if (this.due !== undefined || this.reading) return;
    const settled = Math.min(LONGEST, SETTLE * 2 ** this.vain);
    const wait = Math.max(settled, this.earliest - performance.now(), budget.wait());
    this.due = setTimeout(() => this.readNow(), wait);
  }

  private hurry(): void {
    userAtWork.note();
    this.vain = 0;
    if (this.due === undefined || !this.observed) return;
    clearTimeout(this.due);
    this.due = undefined;
    this.note();
  }

  private async readNow(): Promise<void> {
    this.due = undefined;
    const changed = await this.readOnce();
    if (this.signal.aborted) return;
    this.vain = changed ? 0 : this.vain + 1;
    // What could not be read is still to be read.
    if (changed === null) this.dirty = true;
    this.tell(changed);
    if (this.dirty) this.note();
  }

  /** Where Rung has gone nothing can be read, and who draws here has to hear of that. */
  private tell(changed: boolean | null): void {
    if (changed || !isConnected()) this.onChange();
  }

  private async readOnce(): Promise<boolean | null> {
    this.dirty = false;
    this.reading = true;
    const from = performance.now();
    const changed = await this.read().finally(() => {
      this.reading = false;
    });
    const now = performance.now();
    this.earliest = now + SHARE * (now - from);
    return changed;
  }

  private stop(): void {
    clearTimeout(this.due);
    this.following?.abort();
  }
}
