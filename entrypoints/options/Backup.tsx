import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { FileButton } from '../../components/common/FileButton';
import type { Notice } from '../../components/common/Toast';
import { headingOf, useFocusKept } from '../../components/common/use-focus-kept';
import { localDay } from '../../data/days';
import { storing } from '../../data/evidence/failure';
import { type BackupProblem, readBackup } from '../../data/import/json';
import type { OfferedSettings } from '../../data/import/take-settings';
import type { Ladder } from '../../data/ladder';
import { keepLadder, keepUnderFreeId, type LadderChange } from '../../data/library';
import { changeSettings, settingsItem, undoSettings } from '../../data/settings';
import { backupText, type LadderVersions, type Restored, restore } from '../wiring/saving/backup';
import { download } from '../wiring/saving/clipboard';
import { undoLaddersOrSay } from '../wiring/saving/undo-ladders';
import { undoable } from '../wiring/saving/undoable';
import { failureWords } from '../wiring/words/failure-words';
import { readFile } from './read-file';

/**
 * A hundred times what ten thousand pieces of evidence take, in bytes, and less than the longest
 * text a browser can hold.
 */
const MAX_BACKUP_BYTES = 250 * 1024 * 1024;

/** Everything out into one file, and back in from it: another device, another browser. */
export function Backup({ onNotice }: { onNotice: (notice: Notice | null) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [differing, setDiffering] = useState<readonly LadderVersions[]>([]);
  const [clashing, setClashing] = useState<readonly Ladder[]>([]);
  const [offered, setOffered] = useState<OfferedSettings | null>(null);

  const refused = (error: unknown) => onNotice({ text: failureWords(error), tone: 'error' });
  const save = () =>
    backupText().then(
      (text) => download(`rung-${localDay(new Date())}.json`, 'application/json', text),
      refused,
    );
  /** What one restore left to decide is decided or void with the next. */
  const askNothing = () => {
    setDiffering([]);
    setClashing([]);
    setOffered(null);
  };
  const load = async (file: File) => {
    const read = await readFile(file, MAX_BACKUP_BYTES);
    const backup = read.ok ? readBackup(read.text) : read;
    askNothing();
    if (!backup.ok) {
      // Two answers at once would leave it open which of them is to this file.
      onNotice(null);
      return setProblem(problemWords(file.name, backup.problem));
    }
    setProblem(null);
    try {
      const done = await storing(() => restore(backup));
      if (backup.skipped.length > 0) {
        const [first] = backup.skipped;
        const count = backup.skipped.length;
        setProblem(i18n.t('backup.skipped', count, [String(count), first?.reason ?? '']));
      }
      setDiffering(done.differing);
      setClashing(done.clashing);
      setOffered(done.offered);
      onNotice(
        changedAnything(done)
          ? undoable(restoredWords(done), () => undo(done), onNotice)
          : { text: i18n.t('backup.nothingNew') },
      );
    } catch (error) {
      refused(error);
    }
  };
  const undo = async (done: Restored) => {
    await done.undo();
    askNothing();
    setProblem(null);
  };
  const takeOffered = async (offer: OfferedSettings) => {
    try {
      const before = await settingsItem.getValue();
      await storing(() => changeSettings(offer.change));
      setOffered(null);
      const undo = () => undoSettings(before, offer.change).then(() => setOffered(offer));
      onNotice(undoable(i18n.t('options.saved'), undo, onNotice));
    } catch (error) {
      refused(error);
    }
  };
  /** Does what was left to decide of a ladder; `ask` takes the question away or puts it again. */
  const decide = (
    work: () => Promise<LadderChange[]>,
    { name }: Ladder,
    done: string,
    ask: (again: boolean) => void,
  ) => {
    storing(work).then((changes) => {
      ask(false);
      const undo = async () => {
        if (await undoLaddersOrSay(changes, name, onNotice)) ask(true);
      };
      onNotice(undoable(done, undo, onNotice));
    }, refused);
  };
  const replace = (versions: LadderVersions) => {
    const { inBackup } = versions;
    const others = differing.filter((one) => one !== versions);
    const done = i18n.t('ladders.replaced', [inBackup.name]);
    decide(
      () => keepLadder(inBackup),
      inBackup,
      done,
      (again) => setDiffering(again ? [...others, versions] : others),
    );
  };
  const add = (ladder: Ladder) => {
    const others = clashing.filter((one) => one !== ladder);
    const done = i18n.t('ladders.added', [ladder.name]);
    decide(
      () => keepUnderFreeId(ladder),
      ladder,
      done,
      (again) => setClashing(again ? [...others, ladder] : others),
    );
  };

  const section = useRef<HTMLElement>(null);
  useFocusKept(section, headingOf);

  return (
    <section ref={section}>
      <h2 tabIndex={-1}>{i18n.t('backup.title')}</h2>
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
      {(differing.length > 0 || clashing.length > 0 || offered) && (
        <div role="status">
          <ul class="rows">
            {offered && (
              <li>
                <span>{i18n.t('backup.otherSettings')}</span>
                <Button onClick={() => void takeOffered(offered)}>{offerWords(offered)}</Button>
              </li>
            )}
            {differing.map((versions) => (
              <li key={versions.here.id}>
                <span>{i18n.t('backup.differing', [versions.here.name])}</span>
                <Button onClick={() => replace(versions)}>
                  {i18n.t('backup.replace', [versions.here.name])}
                </Button>
              </li>
            ))}
            {clashing.map((ladder) => (
              <li key={ladder.id}>
                <span>{i18n.t('backup.clashing', [ladder.name, ladder.id])}</span>
                <Button onClick={() => add(ladder)}>
                  {i18n.t('backup.addClashing', [ladder.name])}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function changedAnything({ added, updated, ladders, settings }: Restored): boolean {
  return added + updated + ladders > 0 || Object.keys(settings).length > 0;
}

function restoredWords({ added, updated, unchanged, ladders, settings }: Restored): string {
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

function offerWords({ standing, period }: OfferedSettings): string {
  if (!standing) return i18n.t('backup.usePeriod');
  const names: [string, string] = [standing.ladder, standing.level];
  return i18n.t(period ? 'backup.useBoth' : 'backup.useLadder', names);
}

function problemWords(name: string, problem: BackupProblem | 'too-large' | 'unreadable'): string {
  switch (problem) {
    case 'empty':
      return i18n.t('backup.problem.empty', [name]);
    case 'too-large':
      return i18n.t('backup.problem.tooLarge', [name]);
    case 'unreadable':
      return i18n.t('file.unreadable', [name]);
    case 'not-json':
      return i18n.t('backup.problem.notJson', [name]);
    case 'not-a-backup':
      return i18n.t('backup.problem.notABackup', [name]);
    case 'newer-version':
      return i18n.t('backup.problem.newerVersion', [name]);
  }
}
