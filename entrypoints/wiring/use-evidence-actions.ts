import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Notice } from '../../components/common/Toast';
import { createEvidenceStore, type Evidence, type EvidenceDraft } from '../../data/evidence';
import { failureWords } from './failure-words';
import type { Say } from './use-notice';

export interface EvidenceActions {
  /** Resolves to true once it is stored. */
  change(evidence: Evidence, change: Partial<EvidenceDraft>): Promise<boolean>;
  /** Deletes, and offers to take it back. Resolves to true once it is gone. */
  remove(evidence: Evidence): Promise<boolean>;
}

/** What the undo of a notice brings back: a second deletion meanwhile joins the first. */
const deleted = new WeakMap<Notice, readonly Evidence[]>();

/** What can be done to a piece of evidence, each with its notice and its undo. */
export function useEvidenceActions(say: Say): EvidenceActions {
  return useMemo(() => {
    const store = createEvidenceStore();
    const trying = async (action: () => Promise<unknown>) => {
      try {
        await action();
        return true;
      } catch (error) {
        say({ text: failureWords(error), tone: 'error' });
        return false;
      }
    };
    const sayDeleted = (records: readonly Evidence[]): Notice => {
      const notice: Notice = {
        text: i18n.t('evidence.deleted', records.length),
        action: {
          label: i18n.t('common.undo'),
          run: () => void trying(() => store.put(records)),
        },
      };
      deleted.set(notice, records);
      return notice;
    };
    return {
      change: (evidence, change) => trying(() => store.change(evidence, change)),
      async remove(evidence) {
        const done = await trying(() => store.remove([evidence]));
        if (done) {
          say((before) => {
            const earlier = (before && deleted.get(before)) ?? [];
            return sayDeleted([...earlier.filter(({ id }) => id !== evidence.id), evidence]);
          });
        }
        return done;
      },
    };
  }, [say]);
}
