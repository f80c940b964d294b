/**
 * After what a page may show other parts of itself, by its style sheets alone: a window of another
 * width, a button that sets an attribute nobody observes, an address that names a section.
 */
const OCCASIONS = ['resize', 'click', 'hashchange'];

/** Calls back after what may have changed what the page shows without any sign in its tree. */
export function watchSilentChanges(onOccasion: () => void, signal: AbortSignal): void {
  for (const occasion of OCCASIONS) {
    addEventListener(occasion, ({ isTrusted }) => isTrusted && onOccasion(), {
      signal,
      capture: true,
      passive: true,
    });
  }
}
