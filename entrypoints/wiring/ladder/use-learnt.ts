import { useRef } from 'preact/hooks';
import type { Evidence } from '../../../data/evidence';
import { type EvidenceReading, useEvidence, useNewestEvidence } from '../evidence/use-evidence';

const NONE: readonly Evidence[] = [];

/** The guesses learn from so many of the newest tags: a thousand say what someone means by a word. */
export const LEARNT_FROM = 1_000;

export interface Learnt {
  /** What was tagged before, newest first; empty until it is read, or where it cannot be. */
  readonly learnt: readonly Evidence[];
  /** To be called when the user begins: the guesses then stay as they are under their fingers. */
  readonly touch: () => void;
}

/**
 * What a tag form learns from. Read from the form and not sooner, so that the form has the
 * keyboard before: it waits for nothing, and what was tagged before comes a moment after it.
 *
 * @param already ids of evidence that stands on the passage, which comes with it however old it is
 */
export function useLearnt(already: readonly string[]): Learnt {
  return useUntilTouched(useNewestEvidence(LEARNT_FROM, already));
}

/** The same with all there is, where it is still to be found what stands on the passage. */
export function useAllLearnt(): Learnt {
  return useUntilTouched(useEvidence());
}

function useUntilTouched({ collection, complete }: EvidenceReading): Learnt {
  const touched = useRef(false);
  const learnt = useRef(NONE);
  if (!touched.current && collection && complete) learnt.current = collection.evidence;
  return {
    learnt: learnt.current,
    touch: () => {
      touched.current = true;
    },
  };
}
