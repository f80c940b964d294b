import type { Surface as SurfaceKind } from '../../../data/evidence';

/** What sets the kinds of surfaces apart for those who have none at hand, as no page is open yet. */
interface Traits {
  /** Whether the browser's own search reaches the text, so that an address can lead to words in it. */
  readonly foundByBrowser: boolean;
}

const TRAITS: Readonly<Record<SurfaceKind, Traits>> = {
  page: { foundByBrowser: true },
  field: { foundByBrowser: false },
  'google-docs': { foundByBrowser: false },
  // It was copied from somewhere else than the page that the browser then shows.
  pasted: { foundByBrowser: false },
};

/** Whether the browser itself finds the words that were tagged in a surface of this kind. */
export function isFoundByBrowser(kind: SurfaceKind): boolean {
  return TRAITS[kind].foundByBrowser;
}
