import { i18n } from '#i18n';
import { figures } from '../../../components/common/language';
import type { Notice } from '../../../components/common/Toast';
import { localDay } from '../../../data/days';
import { createEvidenceStore } from '../../../data/evidence';
import type { Damaged } from '../../../data/evidence/damaged';
import { isNewerRecord } from '../../../data/evidence/newer-record';
import { toBackup } from '../../../data/export/json';
import { DEFAULT_SETTINGS } from '../../../data/settings';
import type { Say } from '../view/use-notice';
import { failureNotice } from '../words/failure-notice';
import { readFailureWords } from '../words/failure-words';
import { download } from './download';
import { undoable } from './undoable';

/**
 * Says what is stored and not shown. What a newer Rung wrote waits for that; what is damaged can be
 * saved as a file, and then be removed.
 */
export function unreadableNotice(unreadable: readonly unknown[], say: Say): Notice {
  const newer = unreadable.filter(isNewerRecord).length;
  const damaged = unreadable.length - newer;
  const text = [
    damaged > 0 && i18n.t('evidence.damaged', damaged, [figures(damaged)]),
    newer > 0 && i18n.t('evidence.newer', newer, [figures(newer)]),
  ]
    .filter(Boolean)
    .join(' ');
  if (damaged === 0) return { text };
  return {
    text,
    next: { label: i18n.t('evidence.saveDamaged', damaged), run: () => void save(say) },
  };
}

async function save(say: Say): Promise<void> {
  try {
    const damaged = await createEvidenceStore().damaged();
    const count = Object.keys(damaged).length;
    if (count === 0) return;
    download(`rung-damaged-${localDay(new Date())}.json`, 'application/json', asBackup(damaged));
    // Whether the file was kept, only the user knows: the browser may still be asking where.
    const next = {
      label: i18n.t('evidence.removeDamaged', count),
      run: () => void remove(damaged, say),
    };
    say({ text: i18n.t('evidence.damagedSaved', count, [figures(count)]), next });
  } catch (error) {
    say(failureNotice(error, readFailureWords));
  }
}

async function remove(damaged: Damaged, say: Say): Promise<void> {
  try {
    const putBack = await createEvidenceStore().removeDamaged(damaged);
    const undo = async () => {
      const undone = await putBack();
      if (!undone) say({ text: i18n.t('evidence.damagedReplaced') });
      return undone;
    };
    const count = Object.keys(damaged).length;
    const text = i18n.t('evidence.damagedRemoved', count, [figures(count)]);
    say(undoable(text, undo, say));
  } catch (error) {
    say(failureNotice(error));
  }
}

/** A backup of nothing else: whoever mends the file can restore it. */
function asBackup(damaged: Damaged): string {
  return toBackup({
    evidence: [],
    unreadable: Object.values(damaged),
    ladders: [],
    settings: DEFAULT_SETTINGS,
    exportedAt: new Date(),
  });
}
