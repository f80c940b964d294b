import { createEvidenceStore } from '../../data/evidence';
import { toBackup } from '../../data/export/json';
import { ownLaddersItem } from '../../data/library';
import { settingsItem } from '../../data/settings';

/** Everything Rung keeps, as the text of a backup file. */
export async function backupText(): Promise<string> {
  const [{ evidence, unreadable }, own, settings] = await Promise.all([
    createEvidenceStore().all(),
    ownLaddersItem.getValue(),
    settingsItem.getValue(),
  ]);
  return toBackup({
    evidence,
    unreadable,
    ladders: Object.values(own),
    settings,
    exportedAt: new Date(),
  });
}
