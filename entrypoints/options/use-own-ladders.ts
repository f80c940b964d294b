import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { storing } from '../../data/evidence/failure';
import { MAX_LADDER_FILE_BYTES, readLadderFile } from '../../data/import/ladder';
import type { Ladder } from '../../data/ladder';
import {
  BUNDLED_LADDERS,
  dropLadder,
  keepLadder,
  keepUnderFreeId,
  type LadderChange,
} from '../../data/library';
import { undoLaddersOrSay } from '../wiring/saving/undo-ladders';
import { undoable } from '../wiring/saving/undoable';
import type { Say } from '../wiring/view/use-notice';
import { failureNotice } from '../wiring/words/failure-notice';
import { keptWords, ladderProblemWords } from './ladder-words';
import { readFile } from './read-file';
import type { Remark } from './Said';
import type { Taken } from './SameId';

const bundled = BUNDLED_LADDERS.map(({ id }) => id);

/**
 * Takes ladders in and out, and holds what is said of the last file: a remark, or the question about
 * a ladder under whose id there is another.
 *
 * @param own those that are there already
 */
export function useOwnLadders(own: readonly Ladder[], onNotice: Say) {
  const [remark, setRemark] = useState<Remark | null>(null);
  const [asked, setAsked] = useState<Taken | null>(null);

  /** Does something to a ladder, and says it; what is said of its file goes when it is undone. */
  const changing = (
    { name }: Ladder,
    work: () => Promise<LadderChange[]>,
    words: (changes: readonly LadderChange[]) => string,
    done: Remark | null = null,
  ) => {
    storing(work).then(
      (changes) => {
        setAsked(null);
        setRemark(done);
        const undo = async () => {
          const undone = await undoLaddersOrSay(changes, name, onNotice);
          setRemark((shown) => (shown === done ? null : shown));
          return undone;
        };
        onNotice(undoable(words(changes), undo, onNotice));
      },
      (error) => onNotice(failureNotice(error)),
    );
  };
  const keep = (ladder: Ladder, leftOut: Remark | null) =>
    changing(
      ladder,
      () => keepLadder(ladder),
      ([change]) => keptWords(ladder, change?.before),
      leftOut,
    );
  const take = async (file: File) => {
    const read = await readFile(file, MAX_LADDER_FILE_BYTES);
    const result = read.ok
      ? readLadderFile(read.text, bundled)
      : { ok: false as const, problem: read.problem, details: [] };
    setAsked(null);
    if (!result.ok) {
      // Two answers at once would leave it open which of them is to this file.
      onNotice(null);
      return setRemark({ tone: 'error', ...ladderProblemWords(file.name, result) });
    }
    const { ladder } = result;
    const leftOut: Remark | null =
      result.leftOut.length > 0
        ? {
            tone: 'info',
            text: i18n.t('ladders.leftOut', [file.name]),
            details: result.leftOut,
            cut: result.cut,
          }
        : null;
    const held = own.find(({ id, name }) => id === ladder.id && name !== ladder.name);
    if (!held) return keep(ladder, leftOut);
    // Most often it was forgotten to give the second ladder from one file an id of its own.
    onNotice(null);
    setRemark(null);
    const added = own.find(({ id, name }) => {
      return name === ladder.name && id.startsWith(`${ladder.id}-`);
    });
    setAsked({ file: file.name, ladder, held, added, leftOut });
  };
  const drop = (ladder: Ladder) =>
    changing(
      ladder,
      () => dropLadder(ladder.id),
      () => i18n.t('ladders.removed', [ladder.name]),
    );
  const replace = ({ ladder, leftOut }: Taken, { id }: Ladder) => keep({ ...ladder, id }, leftOut);
  const addBeside = ({ ladder, leftOut }: Taken) =>
    changing(
      ladder,
      () => keepUnderFreeId(ladder),
      () => i18n.t('ladders.added', [ladder.name]),
      leftOut,
    );
  return { remark, asked, take, drop, replace, addBeside, forget: () => setAsked(null) };
}
