import { i18n } from '#i18n';
import type { Notice } from '../../../components/common/Toast';
import { type LadderChange, undoLadders } from '../../../data/library';

/**
 * Undoes changes of a ladder; where it was changed again since, says so and leaves it.
 *
 * @returns whether they were undone
 * @throws where the browser refuses
 */
export async function undoLaddersOrSay(
  changes: readonly LadderChange[],
  name: string,
  say: (notice: Notice) => void,
): Promise<boolean> {
  const undone = (await undoLadders(changes)) === changes.length;
  if (!undone) say({ text: i18n.t('ladders.changedSince', [name]) });
  return undone;
}
