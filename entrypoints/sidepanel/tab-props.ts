import type { Evidence } from '../../data/evidence';
import type { SettledLibrary } from '../wiring/ladder/use-library';
import type { Say } from '../wiring/view/use-notice';
import type { PanelSearch } from './use-evidence-search';
import type { PlaceControl } from './use-place';

/** What every tab of the side panel is given. */
export interface TabProps {
  readonly library: SettledLibrary;
  /** The evidence that is read, newest first. */
  readonly evidence: readonly Evidence[];
  /** Whether that is all there is. */
  readonly complete: boolean;
  /** What the filter lets through. */
  readonly shown: readonly Evidence[];
  /** The search over all evidence, for whoever shows what it found. */
  readonly search: PanelSearch;
  readonly place: PlaceControl;
  readonly onNotice: Say;
}
