import { i18n } from '#i18n';
import type { BackupProblem } from '../../data/import/json';
import type { OfferedSettings } from '../../data/import/take-settings';
import type { Restored } from '../wiring/saving/backup';

export function changedAnything({ added, updated, ladders, settings }: Restored): boolean {
  return added + updated + ladders > 0 || Object.keys(settings).length > 0;
}

export function restoredWords({ added, updated, unchanged, ladders, settings }: Restored): string {
  const names = Object.keys(settings);
  const isPeriod = names.every((name) => name === 'periodFrom' || name === 'periodTo');
  const taken = isPeriod ? 'backup.periodTaken' : 'backup.settingsTaken';
  return [
    i18n.t('backup.restored', [`${added}`, `${updated}`, `${unchanged}`]),
    ladders > 0 && i18n.t('backup.ladders', ladders),
    names.length > 0 && i18n.t(taken),
  ]
    .filter(Boolean)
    .join(' ');
}

export function offerWords({ standing, period }: OfferedSettings): string {
  if (!standing) return i18n.t('backup.usePeriod');
  const names: [string, string] = [standing.ladder, standing.level];
  return i18n.t(period ? 'backup.useBoth' : 'backup.useLadder', names);
}

export function problemWords(
  name: string,
  problem: BackupProblem | 'too-large' | 'unreadable' | 'encoding',
): string {
  switch (problem) {
    case 'empty':
      return i18n.t('backup.problem.empty', [name]);
    case 'too-large':
      return i18n.t('backup.problem.tooLarge', [name]);
    case 'unreadable':
      return i18n.t('file.unreadable', [name]);
    case 'encoding':
      return i18n.t('file.encoding', [name]);
    case 'not-json':
      return i18n.t('backup.problem.notJson', [name]);
    case 'not-a-backup':
      return i18n.t('backup.problem.notABackup', [name]);
    case 'newer-version':
      return i18n.t('backup.problem.newerVersion', [name]);
  }
}
