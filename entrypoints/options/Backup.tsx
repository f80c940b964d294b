import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { FileButton } from '../../components/common/FileButton';
import type { Notice } from '../../components/common/Toast';
import { localDay } from '../../data/export/phrases';
import { type BackupProblem, readBackup } from '../../data/import/json';
import { backupText, type Restored, restore } from '../wiring/backup';
import { download } from '../wiring/clipboard';
import { failureWords } from '../wiring/failure-words';

/** Everything out into one file, and back in from it: another device, another browser. */
export function Backup({ onNotice }: { onNotice: (notice: Notice) => void }) {
  const [problem, setProblem] = useState<string | null>(null);

  const save = () =>
    backupText().then(
      (text) => download(`rung-${localDay(new Date())}.json`, 'application/json', text),
      (error) => onNotice({ text: failureWords(error), tone: 'error' }),
    );
  const load = async (file: File) => {
    const backup = readBackup(await file.text());
    if (!backup.ok) return setProblem(problemWords(file.name, backup.problem));
    setProblem(null);
    try {
      const done = await restore(backup);
      if (backup.skipped.length > 0) {
        const [first] = backup.skipped;
        const count = backup.skipped.length;
        setProblem(i18n.t('backup.skipped', count, [String(count), first?.reason ?? '']));
      }
      onNotice({
        text: i18n.t('backup.restored', [`${done.added}`, `${done.updated}`, `${done.unchanged}`]),
        action: { label: i18n.t('common.undo'), run: () => void undo(done) },
      });
    } catch (error) {
      onNotice({ text: failureWords(error), tone: 'error' });
    }
  };

  const undo = (done: Restored) =>
    done.undo().catch((error) => onNotice({ text: failureWords(error), tone: 'error' }));

  return (
    <section>
      <h2>{i18n.t('backup.title')}</h2>
      <p class="soft">{i18n.t('backup.hint')}</p>
      <div class="actions">
        <Button onClick={() => void save()}>{i18n.t('backup.save')}</Button>
        <FileButton accept=".json,application/json" onFile={(file) => void load(file)}>
          {i18n.t('backup.restore')}
        </FileButton>
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function problemWords(name: string, problem: BackupProblem): string {
  switch (problem) {
    case 'empty':
      return i18n.t('backup.problem.empty', [name]);
    case 'not-json':
      return i18n.t('backup.problem.notJson', [name]);
    case 'not-a-backup':
      return i18n.t('backup.problem.notABackup', [name]);
    case 'newer-version':
      return i18n.t('backup.problem.newerVersion', [name]);
  }
}
