import type { FrameSurfaces } from './frame-surfaces';
import type { Standpoint } from './standings';

/** Which evidence can be seen where it was found: a page may hide and show things without any sign. */
export class Sight {
  /** Those that were found in something hidden though all was read anew, as in what is folded away. */
  private readonly hidden = new Set<string>();

  /**
   * Has read again what may be shown otherwise than when it was read. Where every piece stands in
   * sight and to the letter nothing of that would matter, and nothing is done.
   *
   * @returns whether anything has to be read
   */
  isOutdated(
    surfaces: FrameSurfaces,
    standpoints: ReadonlyMap<string, Standpoint | null>,
  ): boolean {
    let isLost = false;
    let isUnsure = false;
    for (const [id, standpoint] of standpoints) {
      if (standpoint?.at.confidence !== 'same') isUnsure = true;
      if (!isHidden(standpoint)) this.hidden.delete(id);
      else if (!this.hidden.has(id)) isLost = true;
    }
    if (isLost) surfaces.distrust();
    return isLost || (isUnsure && surfaces.checkHidden());
  }

  /** Forgets what is out of sight, as the page may show other parts of itself than when it was read. */
  forget(): void {
    this.hidden.clear();
  }

  /** Notes what is out of sight now that all was read. */
  note(standpoints: ReadonlyMap<string, Standpoint | null>): void {
    this.forget();
    for (const [id, standpoint] of standpoints) if (isHidden(standpoint)) this.hidden.add(id);
  }
}

function isHidden(standpoint: Standpoint | null): boolean {
  return standpoint?.searched.surface.isHidden?.(standpoint.at) === true;
}
