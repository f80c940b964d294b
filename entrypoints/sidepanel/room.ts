import type { Evidence } from '../../data/evidence';
import type { Library } from '../wiring/use-library';
import type { Say } from '../wiring/use-notice';
import type { PlaceControl } from './use-place';

/** What every room of the side panel is given. */
export interface RoomProps {
  readonly library: Library & { mine: NonNullable<Library['mine']> };
  /** All evidence, newest first. */
  readonly evidence: readonly Evidence[];
  /** What the filter lets through. */
  readonly shown: readonly Evidence[];
  readonly place: PlaceControl;
  readonly onNotice: Say;
}
