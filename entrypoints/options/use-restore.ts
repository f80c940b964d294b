import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { storing } from '../../data/evidence/failure';
import { readBackup } from '../../data/import/json';
import type { OfferedSettings } from '../../data/import/take-settings';
import type { Ladder } from '../../data/ladder';
import { keepLadder, keepUnderFreeId, type LadderChange } from '../../data/library';
import { changeSettings, settingsItem, undoSettings } from '../../data/settings';
import { type LadderVersions, type Restored, restore } from '../wiring/saving/backup';
import { undoLaddersOrSay } from '../wiring/saving/undo-ladders';
import { undoable } from '../wiring/saving/undoable';
import { sayingSlow } from '../wiring/view/saying-slow';
import type { Say } from '../wiring/view/use-notice';
import { failureNotice } from '../wiring/words/failure-notice';
import { backupProblemWords, changedAnything, leftOutRemark, restoredWords } from './backup-words';
import { keptWords } from './ladder-words';
import { readFile } from './read-file';
import type { Remark } from './Said';

/**
 * A hundred times what ten thousand pieces of evidence take, in bytes, and less than the longest
 * text a browser can hold.
 */
const MAX_BACKUP_BYTES = 250 * 1024 * 1024;

/**
 * Takes a backup in, and holds what of it is left to the user to decide: ladders that differ, ladders
 * under the id of a bundled one, settings that are not those here.
 */
export function useRestore(onNotice: Say) {
  const [remark, setRemark] = useState<Remark | null>(null);
  const [differing, setDiffering] = useState<readonly LadderVersions[]>([]);
  const [clashing, setClashing] = useState<readonly Ladder[]>([]);
  const [offered, setOffered] = useState<OfferedSettings | null>(null);

  const refused = (error: unknown) => onNotice(failureNotice(error));
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
      const text = backupProblemWords(file.name, backup.problem);
      return setRemark({ tone: 'error', text, details: [] });
    }
    setRemark(null);
    try {
      const done = await sayingSlow(i18n.t('backup.restoring'), onNotice, () =>
        storing(() => restore(backup)),
      );
      setRemark(leftOutRemark(backup));
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
  /** What an undo gives where it undid nothing; that is said. */
  const nothingUndone = () => {
    onNotice({ text: i18n.t('backup.changedSince') });
    return false;
  };
  const undo = async (done: Restored) => {
    if (!(await done.undo())) return nothingUndone();
    askNothing();
    setRemark(null);
    return true;
  };
  const takeOffered = async (offer: OfferedSettings) => {
    try {
      const before = await settingsItem.getValue();
      await storing(() => changeSettings(offer.change));
      setOffered(null);
      const undo = async () => {
        if ((await undoSettings(before, offer.change)) === 0) return nothingUndone();
        setOffered(offer);
        return true;
      };
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
        const undone = await undoLaddersOrSay(changes, name, onNotice);
        if (undone) ask(true);
        return undone;
      };
      onNotice(undoable(done, undo, onNotice));
    }, refused);
  };
  const replace = (versions: LadderVersions) => {
    const { inBackup, here } = versions;
    const done = keptWords(inBackup, here);
    decide(
      () => keepLadder(inBackup),
      inBackup,
      done,
      (again) => setDiffering(asking(versions, again)),
    );
  };
  const add = (ladder: Ladder) => {
    const done = i18n.t('ladders.added', [ladder.name]);
    decide(
      () => keepUnderFreeId(ladder),
      ladder,
      done,
      (again) => setClashing(asking(ladder, again)),
    );
  };

  return { remark, differing, clashing, offered, load, takeOffered, replace, add };
}

/** What is asked with one question put again, after the others, or taken away from them. */
function asking<T>(one: T, again: boolean): (before: readonly T[]) => readonly T[] {
  return (before) => {
    const others = before.filter((other) => other !== one);
    return again ? [...others, one] : others;
  };
}
