import type { Earlier, EarlierPlace, Filed } from '../wiring/messages/left-behind';

/**
 * How long after a change of its address a page counts as settled there, in milliseconds: many change it
 * first, and fetch and draw what is shown there then.
 */
const SETTLES = 1_500;

/** So many addresses are kept, the latest ones: a page may keep its state in its address. */
const MOST = 20;

/**
 * The addresses that a page had before, which may be the same document's: one that is written gets its own
 * often only when it is saved for the first time. Only noted here; nothing of the page is looked at.
 */
export class EarlierPlaces {
  private readonly places = new Map<string, readonly string[]>();
  private readonly settled: Filed[] = [];
  /** Whether a passage was asked for where the page is, which may be saved as evidence later. */
  private wasAsked = false;
  private moved = Number.NEGATIVE_INFINITY;
  private arrived = performance.timeOrigin;

  /** When the page came to the address that it has, milliseconds since 1970. */
  get since(): number {
    return this.arrived;
  }

  /** Notes that a passage was asked for where the page is. */
  noteAsked(): void {
    this.wasAsked = true;
  }

  /**
   * Notes that the page has another address now.
   *
   * @param address the one it had
   * @param found ids of the evidence that was found there last
   * @param hasEvidence whether there was any
   */
  leave(address: string, found: readonly string[], hasEvidence: boolean): void {
    this.moved = performance.now();
    this.arrived = Date.now();
    const mayHaveEvidence = hasEvidence || this.wasAsked;
    this.wasAsked = false;
    if (!mayHaveEvidence) return;
    // Where a page is only passing by, nothing was found yet.
    const known = this.places.get(address);
    this.places.set(address, found.length > 0 ? found : (known ?? found));
    const [oldest] = this.places.keys();
    if (this.places.size > MOST && oldest !== undefined) this.places.delete(oldest);
  }

  /** Notes that the user wants evidence where it is filed. */
  settle(filed: readonly Filed[]): void {
    this.settled.push(...filed);
  }

  /** What was noted, once the page has settled where it is. */
  async whenSettled(): Promise<Earlier> {
    const left = () => this.moved + SETTLES - performance.now();
    while (this.places.size > 0 && left() > 0) {
      await new Promise((resolve) => setTimeout(resolve, left()));
    }
    const places = [...this.places].map(([address, found]): EarlierPlace => ({ address, found }));
    return { places, settled: this.settled };
  }
}
