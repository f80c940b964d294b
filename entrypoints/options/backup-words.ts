import { i18n } from '#i18n';
import { figures } from '../../components/common/language';
import type { BackupProblem, ReadBackup } from '../../data/import/json';
import type { OfferedSettings } from '../../data/import/take-settings';
import type { Restored } from '../wiring/saving/backup';
import { fileProblemWords } from './file-words';
import type { FileProblem } from './read-file';
import type { Remark } from './Said';

/** Whether a restore left anything other than it was, which could be undone. */
export function changedAnything({ added, updated, ladders, settings }: Restored): boolean {
  return added + updated + ladders > 0 || Object.keys(settings).length > 0;
}

/** What came of a restore: how much of the evidence was new, and what else was taken over. */
export function restoredWords({ added, updated, unchanged, ladders, settings }: Restored): string {
  const names = Object.keys(settings);
  const isPeriod = names.every((name) => name === 'periodFrom' || name === 'periodTo');
  const taken = isPeriod ? 'backup.periodTaken' : 'backup.settingsTaken';
  return [
    i18n.t('backup.restored', [figures(added), figures(updated), figures(unchanged)]),
    ladders > 0 && i18n.t('backup.ladders', ladders, [figures(ladders)]),
    names.length > 0 && i18n.t(taken),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a restore left out of a backup, by name; `null` where that is nothing. */
export function leftOutRemark({
  skipped,
  skippedCount: count,
}: Extract<ReadBackup, { ok: true }>): Remark | null {
  if (count === 0) return null;
  const text = i18n.t('backup.skipped', count, [figures(count)]);
  return { tone: 'error', text, details: skipped.map((one) => `${one}.`), count };
}

/** What a button says that takes over settings of a backup which are not those here. */
export function offerWords({ standing, period }: OfferedSettings): string {
  if (!standing) return i18n.t('backup.usePeriod');
  const names: [string, string] = [standing.ladder, standing.level];
  return i18n.t(period ? 'backup.useBoth' : 'backup.useLadder', names);
}

/** What is wrong with a file that cannot be restored, and what to do about it. */
export function backupProblemWords(
  name: string,
  problem: BackupProblem | 'too-large' | FileProblem,
): string {
  switch (problem) {
    case 'empty':
      return i18n.t('backup.problem.empty', [name]);
    case 'too-large':
      return i18n.t('backup.problem.tooLarge', [name]);
    case 'unreadable':
    case 'encoding':
      return fileProblemWords(name, problem);
    case 'not-json':
      return i18n.t('backup.problem.notJson', [name]);
    case 'not-a-backup':
      return i18n.t('backup.problem.notABackup', [name]);
    case 'newer-version':
      return i18n.t('backup.problem.newerVersion', [name]);
  }
}
