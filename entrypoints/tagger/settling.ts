import { budget } from './budget';

/**
 * How long after a change the page is read again, in milliseconds. Changes come in bursts (a word
 * typed, a list rendered); a fifth of a second takes a burst together and is still felt as at once.
 */
const SETTLE = 200;

/** Says when a page that changed is to be read again: once it has settled, as far as the budget goes. */
export class Settling {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer ends, in milliseconds since the page was opened. */
  private due = Number.POSITIVE_INFINITY;
  private frame: number | undefined;

  /**
   * @param onSettled reads it again
   * @param isTorn whether a change took away what is painted
   */
  constructor(
    private readonly onSettled: () => void,
    private readonly isTorn: () => boolean,
  ) {}

  /** Notes a change. */
  noteChange(): void {
    const wait = budget.wait();
    this.endIn(Math.max(SETTLE, wait));
    if (wait > 0 || !this.isTorn()) return;
    // Some editors and previews draw a paragraph anew at every key: until the page has settled, its
    // marks would blink, or be gone for as long as somebody types.
    this.frame ??= requestAnimationFrame(() => this.end());
  }

  /** Forgets the changes that were noted. */
  stop(): void {
    clearTimeout(this.timer);
    this.due = Number.POSITIVE_INFINITY;
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
  }

  /** Ends then, or sooner where it would have: what the user does has more spent on it. */
  private endIn(wait: number): void {
    const due = performance.now() + wait;
    if (due >= this.due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => this.end(), wait);
  }

  private end(): void {
    this.stop();
    this.onSettled();
  }
}
