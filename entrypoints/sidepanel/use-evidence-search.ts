import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { afterFrame } from '../../components/common/after-frame';
import type { Evidence } from '../../data/evidence';
import { difference } from '../../data/evidence/difference';
import { createEvidenceSearch, type EvidenceQuestions } from '../../data/search';

/** The search over the evidence there is, and how far it is. */
export interface PanelSearch {
  /** Answered at once, from what is indexed so far. */
  readonly soFar: EvidenceQuestions;
  /** Answered from all there is, however long that takes. */
  readonly whole: EvidenceQuestions;
  /** Whether evidence waits to be indexed, which an answer may not have yet. */
  readonly growing: boolean;
  /** Another number where so much was indexed since an answer that it is asked for again. */
  readonly growth: number;
}

/** The index has grown by so much when an answer is given anew: a few times, at any size. */
const GROWN = 2;

/**
 * The search over all evidence, following its changes one record at a time.
 *
 * @param evidence newest first, and so it is indexed: what was tagged last is what one looks for
 * @param complete whether that is all there is
 */
export function useEvidenceSearch(
  evidence: readonly Evidence[] | undefined,
  complete: boolean,
): PanelSearch {
  const known = useRef<readonly Evidence[]>([]);
  const asked = useRef(false);
  const [search] = useState(createEvidenceSearch);
  const [growth, setGrowth] = useState(0);
  useMemo(() => {
    const { gone, come } = difference(known.current, evidence ?? []);
    for (const { id } of gone) search.remove(id);
    for (const one of come) search.add(one);
    known.current = evidence ?? [];
    search.indexSome();
  }, [evidence]);

  useEffect(() => {
    if (search.complete) return undefined;
    let wanted = true;
    void (async () => {
      let answered = search.indexed;
      while (wanted && !search.complete) {
        await othersTurn(asked.current);
        if (wanted) search.indexSome();
        if (!wanted || !(search.complete || search.indexed >= answered * GROWN)) continue;
        answered = search.indexed;
        if (asked.current) setGrowth((before) => before + 1);
        asked.current = false;
      }
    })();
    return () => {
      wanted = false;
    };
  }, [evidence]);

  // New functions each time, so that what was searched before is searched again.
  const questions = useMemo(() => {
    const noting = (questions: EvidenceQuestions): EvidenceQuestions => ({
      search(query, options) {
        asked.current = true;
        return questions.search(query, options);
      },
      marksFor: (query) => questions.marksFor(query),
      didYouMean: (query) => questions.didYouMean(query),
    });
    return { soFar: noting(search.soFar), whole: noting(search) };
  }, [evidence, growth]);
  return { ...questions, growing: !complete || !search.complete, growth };
}

/** Lets others have their turn; where an answer was given, until it was painted. */
function othersTurn(answered: boolean): Promise<void> {
  return new Promise((resolve) => {
    if (answered) afterFrame(() => setTimeout(resolve));
    else setTimeout(resolve);
  });
}
