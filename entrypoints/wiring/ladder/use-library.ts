import { useMemo } from 'preact/hooks';
import { findLevel, type Ladder } from '../../../data/ladder';
import { ownLaddersItem, withBundled } from '../../../data/library';
import { DEFAULT_SETTINGS, type Settings, settingsItem } from '../../../data/settings';
import { useItem } from '../view/use-item';

export interface Library {
  readonly ladders: readonly Ladder[];
  readonly settings: Settings;
  /** Where the user stands; `null` until the first run is answered, or if their ladder has gone. */
  readonly mine: { readonly ladder: Ladder; readonly level: string } | null;
}

/** A library whose user has said where they stand: all that most of Rung is shown with. */
export type SettledLibrary = Library & { mine: NonNullable<Library['mine']> };

/** The ladders and the user's settings; `undefined` until both are read. */
export function useLibrary(): Library | undefined {
  const own = useItem(ownLaddersItem);
  const stored = useItem(settingsItem);
  return useMemo(() => {
    if (!own || !stored) return undefined;
    // What an older Rung stored knows nothing of the settings that came after it.
    const settings = { ...DEFAULT_SETTINGS, ...stored };
    const ladders = withBundled(own);
    const ladder = ladders.find((one) => one.id === settings.ladder);
    const level = ladder && findLevel(ladder, settings.level);
    return { ladders, settings, mine: ladder && level ? { ladder, level: level.id } : null };
  }, [own, stored]);
}
