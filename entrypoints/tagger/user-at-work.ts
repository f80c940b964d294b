/** What only somebody who is at the page brings about. */
const ACTS = ['keydown', 'input', 'pointerdown', 'wheel', 'resize'];

/**
 * How long after that the user still looks for what follows from it, in milliseconds: a page may ask
 * its server first.
 */
const LASTS = 2_000;

/** Whether the user is doing something in this frame's page. */
export class UserAtWork {
  private last = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds on any steady clock. */
  constructor(private readonly now: () => number) {}

  /** Heeds what the user does, until aborted; before and after, nobody is at work. */
  watch(signal: AbortSignal): void {
    const heed = ({ isTrusted }: Event) => {
      if (isTrusted) this.note();
    };
    const options = { signal, capture: true, passive: true };
    for (const act of ACTS) addEventListener(act, heed, options);
  }

  /** Notes that they did something, where this frame's page is not told. */
  note(): void {
    this.last = this.now();
  }

  /** Whether they did something just now. */
  isAtWork(): boolean {
    return this.now() - this.last < LASTS;
  }
}

/** The user of this frame's page. */
export const userAtWork = new UserAtWork(() => performance.now());
