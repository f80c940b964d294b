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

  /** @param onSettled called once the page has settled after an occasion for such changes */
  constructor(onSettled: () => void) {
    this.settling = new Settling(onSettled, () => false);
  }

  /** Waits for such occasions, until aborted. */
  watch(signal: AbortSignal): void {
    const noted = ({ isTrusted }: Event) => isTrusted && this.settling.noteChange();
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
    await read();
    budget.spend(() => sight.note(standpoints));
    return true;
  }
}
