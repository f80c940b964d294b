import { i18n } from '#i18n';
import { findLevel } from '../../../data/ladder';
import { changeSettings, type Settings } from '../../../data/settings';
import type { SettledLibrary } from '../ladder/use-library';
import type { Say } from '../view/use-notice';
import { keepSettings } from './keep-settings';
import { undoable } from './undoable';

/**
 * Stores another ladder or level, says so and offers to undo it; both or, where either was chosen
 * anew since, neither. Rejects with a sentence for the user where the browser refuses to store it.
 *
 * @param ladder id
 * @param level id, on that ladder
 * @param onUndone the earlier ones are in use again
 */
export async function keepStanding(
  { ladders, mine }: SettledLibrary,
  ladder: string,
  level: string,
  say: Say,
  onUndone?: () => void,
): Promise<void> {
  await keepSettings({ ladder, level });
  const undo = async () => {
    let isSince = false;
    await changeSettings((now): Partial<Settings> => {
      isSince = now.ladder !== ladder || now.level !== level;
      return isSince ? {} : { ladder: mine.ladder.id, level: mine.level };
    });
    if (isSince) say({ text: i18n.t('setup.changedSince') });
    else onUndone?.();
    return !isSince;
  };
  const chosen = ladders.find(({ id }) => id === ladder);
  const name = (chosen && findLevel(chosen, level)?.name) ?? level;
  say(undoable(i18n.t('setup.chosen', [chosen?.name ?? ladder, name]), undo, say));
}
