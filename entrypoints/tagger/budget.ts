import { userAtWork } from './user-at-work';

/**
 * The share of one core that following a page may cost in the long run. A page that changes for
 * ever must not cost more than two in a hundred, which a laptop's fan and battery do not notice;
 * three quarters of that are left to the browser's own share: Chromium paints what is marked on screen
 * again in every frame in which anything changed.
 */
const SHARE = 0.005;

/**
 * The share while the user is at work in the page, who waits for what comes of it: a reading that
 * was held up once, by a busy machine, must not keep what they write from being marked for half a
 * minute. Still much less than the page's own answer to a key takes.
 */
const SHARE_AT_WORK = 0.05;

/**
 * Work that may be done ahead, in milliseconds: so that a burst of typing after a rest is followed
 * at once, even on a long page, and only lasting change is slowed down. At the share above it is
 * earned back in ten seconds.
 */
const AHEAD = 50;

/**
 * The most work that is waited for afterwards, in milliseconds, at the share above two minutes: what
 * a page changes is noted whenever it does, and where that alone costs more than the share, the debt
 * would grow for as long, and be waited for when all is quiet again. Up to four times as much, one
 * reading is still less than two in a hundred.
 */
const DEBT = 600;

/** What following this frame's page has cost, and when it may cost more. */
export class Budget {
  private credit = AHEAD;
  private updated: number;

  /**
   * @param now milliseconds on any steady clock
   * @param isAtWork whether the user is doing something in the page
   */
  constructor(
    private readonly now: () => number,
    private readonly isAtWork: () => boolean,
  ) {
    this.updated = now();
  }

  /** Does some work and takes down how long it took. */
  spend<T>(work: () => T): T {
    const from = this.now();
    try {
      return work();
    } finally {
      this.earn();
      this.credit = Math.max(-DEBT, this.credit - (this.now() - from));
    }
  }

  /**
   * Does work that the user asked for at that moment: it may take what it takes, and what follows
   * on its own later is not slowed down for it.
   */
  async asked<T>(work: () => Promise<T>): Promise<T> {
    const before = this.credit;
    try {
      return await work();
    } finally {
      this.credit = Math.max(this.credit, before);
    }
  }

  /** How long to wait, in milliseconds, until work may go on. */
  wait(): number {
    this.earn();
    return this.credit >= 0 ? 0 : -this.credit / this.share;
  }

  private get share(): number {
    return this.isAtWork() ? SHARE_AT_WORK : SHARE;
  }

  private earn(): void {
    const now = this.now();
    this.credit = Math.min(AHEAD, this.credit + (now - this.updated) * this.share);
    this.updated = now;
  }
}

/** The budget of everything Rung does in this frame without being asked at that moment. */
export const budget = new Budget(
  () => performance.now(),
  () => userAtWork.isAtWork(),
);
