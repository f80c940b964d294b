import { i18n } from '#i18n';
import { Setup } from '../../../components/setup/Setup';
import { keepSettings } from '../saving/keep-settings';
import { IMPORT, openOptions, RESTORE } from '../view/open-options';
import type { Library } from './use-library';

interface Props {
  library: Library;
  onCancel?: () => void;
}

/** Asks for ladder and level where none is known: on the first run, or since one of them has gone. */
export function ChooseLevel({ library, onCancel }: Props) {
  const { ladders, settings } = library;
  return (
    <Setup
      ladders={ladders}
      chosen={null}
      gone={goneFrom(library)}
      onChoose={(ladder, level) => keepSettings({ ladder, level })}
      {...(settings.ladder === null || goneFrom(library)?.ladder === null
        ? {
            onRestore: () => void openOptions(RESTORE),
            onImport: () => void openOptions(IMPORT),
          }
        : {})}
      {...(onCancel ? { onCancel } : {})}
    />
  );
}

/** What is missing of what was chosen once; `null` before the first run is answered. */
export function goneFrom({ ladders, mine, settings }: Library) {
  if (mine || settings.ladder === null) return null;
  const ladder = ladders.find(({ id }) => id === settings.ladder);
  return ladder
    ? { ladder: ladder.id, why: i18n.t('setup.levelGone', [ladder.name]) }
    : { ladder: null, why: i18n.t('setup.ladderGone') };
}
