import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { inCount } from '../../../components/common/in-count';
import { dayWords, figures } from '../../../components/common/language';
import type { Notice } from '../../../components/common/Toast';
import type { Day } from '../../../data/days';
import { createEvidenceStore, type Evidence, type EvidenceDraft } from '../../../data/evidence';
import { isFitting } from '../../../data/evidence/fitting';
import type { StorableRecord } from '../../../data/evidence/newer-record';
import { STANDING } from '../../../data/evidence/record';
import { isOfAnother, isRepeated } from '../../../data/evidence/same-tag';
import { isSame } from '../../../data/json-value';
import type { Ladder } from '../../../data/ladder';
import { undoable } from '../saving/undoable';
import { sayingSlow } from '../view/saying-slow';
import type { Say } from '../view/use-notice';
import { failureNotice } from '../words/failure-notice';
import { failureWords, unsavedWords } from '../words/failure-words';

/** What of a piece of evidence says which page it is filed under. */
export type FilingPlace = Pick<Evidence['target'], 'source' | 'document' | 'title'>;

export interface EvidenceActions {
  /**
   * Resolves to true once it is stored; to false where it could not be, or would say of a passage
   * what another piece of evidence says of it already.
   *
   * @param done says that it is, and then offers to undo it
   */
  change(evidence: Evidence, change: Partial<EvidenceDraft>, done?: string): Promise<boolean>;
  /** Gives records that have none a day, all or none of them, and offers to undo it. */
  date(records: readonly Evidence[], when: Day): Promise<boolean>;
  /**
   * Files records under another address of their document, all or none but those that were moved or
   * deleted meanwhile, and offers to undo it.
   */
  move(records: readonly Evidence[], place: FilingPlace): Promise<boolean>;
  /**
   * Makes records of other ladders records of this one, all or none but those that no longer fit it,
   * and offers to undo it.
   */
  moveToLadder(records: readonly Evidence[], ladder: Ladder): Promise<boolean>;
  /** Deletes, and offers to undo it. Resolves to true once it is gone. */
  remove(evidence: Evidence): Promise<boolean>;
}

/** What the undo of a notice brings back: a second deletion meanwhile joins the first. */
const deleted = new WeakMap<NonNullable<Notice['action']>, readonly StorableRecord[]>();

/** What can be done to a piece of evidence, each with its notice and its undo. */
export function useEvidenceActions(say: Say): EvidenceActions {
  return useMemo(() => {
    const store = createEvidenceStore();
    const attempt = async (action: () => Promise<unknown>, failed = failureWords) => {
      try {
        await sayingSlow(i18n.t('evidence.changing'), say, action);
        return true;
      } catch (error) {
        say(failureNotice(error, failed));
        return false;
      }
    };
    /**
     * An action's notice, with an undo that says so where not all is as the action left it.
     *
     * @param of how many the undo is for
     */
    const taken = (text: string, undo: () => Promise<readonly StorableRecord[]>, of = 1): Notice =>
      undoable(
        text,
        async () => {
          const { length: undone } = await undo();
          if (undone === 0) say({ text: i18n.t('evidence.changedSince') });
          else if (undone < of) {
            say({ text: i18n.t('evidence.undonePart', [figures(undone), figures(of)]) });
          }
          return undone >= of;
        },
        say,
      );
    const sayDeleted = (records: readonly StorableRecord[]): Notice => {
      const text = i18n.t('evidence.deleted', records.length, [figures(records.length)]);
      const notice = taken(text, () => store.putBack(records));
      if (notice.action) deleted.set(notice.action, records);
      return notice;
    };
    return {
      change: (evidence, change, done) =>
        attempt(
          async () => {
            const isSaid = isOfAnother(evidence, change) ? isRepeated : undefined;
            const { before, after, wasGone } = await store.change(evidence, change, isSaid);
            if (wasGone) {
              const text = i18n.t('evidence.savedBack');
              return say(taken(text, () => store.removeUnchanged([after])));
            }
            if (done === undefined) return;
            const parts = Object.keys(change) as (keyof Evidence)[];
            const undo = () =>
              store.changeAll([after], (now) => partsBefore(before, after, now, parts));
            say(taken(done, undo));
            // A passage is read in its document, all else was filled in.
          },
          change.target ? failureWords : unsavedWords,
        ),
      date: (records, when) =>
        attempt(async () => {
          const dated = await store.changeAll(records, (now) =>
            now.when === undefined ? { when } : null,
          );
          // A second click comes to what the first has done, which is to stay undoable.
          if (dated.length === 0) return;
          const text = i18n.t('coverage.dated', dated.length, [
            figures(dated.length),
            dayWords(when),
          ]);
          // A day that one of them was given since stays.
          const undo = () =>
            store.changeAll(dated, (now) => (now.when === when ? { when: undefined } : null));
          say(taken(text, undo, dated.length));
        }),
      move: (records, place) =>
        attempt(async () => {
          const filed = new Map(records.map(({ id, target }) => [id, target.document]));
          const before = new Map<string, FilingPlace>();
          const moved = await store.changeAll(records, ({ id, target }) => {
            if (target.document !== filed.get(id)) return null;
            before.set(id, target);
            return { target: { ...target, ...place } };
          });
          if (moved.length === 0) return say({ text: i18n.t('evidence.notMoved') });
          const text = i18n.t('leftBehind.moved', moved.length, [figures(moved.length)]);
          // What else was made of them since, such as a new wording taken over, stays.
          const undo = () =>
            store.changeAll(moved, (now) => {
              const was = before.get(now.id);
              if (!was || now.target.document !== place.document) return null;
              const { source, document, title } = was;
              return { target: { ...now.target, source, document, title } };
            });
          say(taken(text, undo, moved.length));
        }),
      moveToLadder: (records, ladder) =>
        attempt(async () => {
          const before = new Map<string, string>();
          let isThere = false;
          const moved = await store.changeAll(records, (now) => {
            if (now.ladder === ladder.id) isThere = true;
            if (!isFitting(now, ladder)) return null;
            before.set(now.id, now.ladder);
            return { ladder: ladder.id };
          });
          if (moved.length === 0) {
            // Here, too, a second click.
            return isThere ? undefined : say({ text: i18n.t('evidence.notMoved') });
          }
          const text = i18n.t('coverage.moved', moved.length, [
            figures(moved.length),
            inCount(ladder.name),
          ]);
          const after = new Map(moved.map((one) => [one.id, one]));
          // What one of them was tagged with since stays.
          const undo = () =>
            store.changeAll(moved, (now) => {
              const was = before.get(now.id);
              const isAsMoved = STANDING.every((part) => now[part] === after.get(now.id)?.[part]);
              return was !== undefined && isAsMoved ? { ladder: was } : null;
            });
          say(taken(text, undo, moved.length));
        }),
      async remove(evidence) {
        let was: StorableRecord = evidence;
        const done = await attempt(async () => {
          // What another window made of it a moment ago is not on the screen yet, and kept nowhere else.
          [was = evidence] = await store.remove([evidence]);
        });
        if (done) {
          say((before) => {
            const earlier = (before?.action && deleted.get(before.action)) ?? [];
            return sayDeleted([...earlier.filter(({ id }) => id !== evidence.id), was]);
          });
        }
        return done;
      },
    };
  }, [say]);
}

/**
 * Those parts of a record as they were before a change that are still what the change made of them:
 * what was written since, in another window, stays. `null` where nothing is left to bring back.
 */
function partsBefore(
  before: Evidence,
  changed: Evidence,
  now: Evidence,
  parts: readonly (keyof Evidence)[],
): Partial<EvidenceDraft> | null {
  const isAsChanged = (part: keyof Evidence) => isSame(now[part], changed[part]);
  const isTagAsChanged = STANDING.every(isAsChanged);
  const left = parts.filter(
    (part) =>
      isAsChanged(part) &&
      (isTagAsChanged || !STANDING.some((one) => one === part)) &&
      !isSame(now[part], before[part]),
  );
  return left.length === 0 ? null : Object.fromEntries(left.map((part) => [part, before[part]]));
}
