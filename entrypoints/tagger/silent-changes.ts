import { budget } from './budget';
import type { FrameSurfaces } from './frame-surfaces';
import { Settling } from './settling';
import { Sight } from './sight';
import type { Standpoint } from './standings';

/**
 * After what a page may show other parts of itself, by its style sheets alone: a window of another
 * width, a button that sets an attribute nobody observes, an address that names a section.
 */
const OCCASIONS = ['resize', 'click', 'hashchange'];

type Standpoints = ReadonlyMap<string, Standpoint | null>;

/** Looks for what may have changed in what the page shows without any sign in its tree. */
export class SilentChanges {
  private readonly sight = new Sight();
  private readonly settling: Settling;
  /** How many occasions there were. */
  private occasions = 0;

  /** @param onSettled called once the page has settled after an occasion for such changes */
  constructor(onSettled: () => void) {
    this.settling = new Settling(onSettled, () => false);
  }

  /** Waits for such occasions, until aborted. */
  watch(signal: AbortSignal): void {
    const noted = ({ isTrusted, type }: Event) => {
      if (!isTrusted) return;
      this.occasions++;
      // Word of these comes after the page shows itself otherwise, which may be while it is read.
      if (type !== 'click') this.sight.forget();
      this.settling.noteChange();
    };
    const options = { signal, capture: true, passive: true };
    for (const occasion of OCCASIONS) addEventListener(occasion, noted, options);
    signal.addEventListener('abort', () => this.settling.stop(), { once: true });
  }

  /**
   * Reads the page again and notes what is out of sight then, where any evidence may be shown otherwise
   * than when it was read.
   *
   * @returns whether it was read
   */
  async look(surfaces: FrameSurfaces, standpoints: Standpoints, read: () => Promise<void>) {
    const { sight } = this;
    if (!budget.spend(() => sight.isOutdated(surfaces, standpoints))) return false;
    const { occasions } = this;
    await read();
    // What is out of sight after another occasion may have been in sight when it was read.
    if (occasions === this.occasions) budget.spend(() => sight.note(standpoints));
    else sight.forget();
    return true;
  }
}
