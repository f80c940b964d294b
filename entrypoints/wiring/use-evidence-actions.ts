import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Notice } from '../../components/common/Toast';
import { createEvidenceStore, type Evidence, type EvidenceDraft } from '../../data/evidence';
import { failureWords } from './failure-words';

export interface EvidenceActions {
  /** Resolves to true once it is stored. */
  change(evidence: Evidence, change: Partial<EvidenceDraft>): Promise<boolean>;
  /** Deletes, and offers to take it back. */
  remove(evidence: Evidence): Promise<void>;
}

/** What can be done to a piece of evidence, each with its notice and its undo. */
export function useEvidenceActions(say: (notice: Notice) => void): EvidenceActions {
  return useMemo(() => {
    const store = createEvidenceStore();
    const trying = async (action: () => Promise<unknown>, done?: Notice) => {
      try {
        await action();
        if (done) say(done);
        return true;
      } catch (error) {
        say({ text: failureWords(error), tone: 'error' });
        return false;
      }
    };
    return {
      change: (evidence, change) => trying(() => store.change(evidence, change)),
      async remove(evidence) {
        await trying(() => store.remove([evidence]), {
          text: i18n.t('evidence.deleted'),
          action: {
            label: i18n.t('common.undo'),
            run: () => void trying(() => store.put([evidence])),
          },
        });
      },
    };
  }, [say]);
}
