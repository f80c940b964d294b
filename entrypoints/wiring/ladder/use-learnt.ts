import { useRef } from 'preact/hooks';
import type { Evidence } from '../../../data/evidence';
import { useEvidence } from '../evidence/use-evidence';

const NONE: readonly Evidence[] = [];

export interface Learnt {
  /** What was tagged before, newest first; empty until it is read, or where it cannot be. */
  readonly learnt: readonly Evidence[];
  /** To be called when the user begins: the guesses then stay as they are under their fingers. */
  readonly touch: () => void;
}

/**
 * What a tag form learns from. Read from the form and not sooner, so that the form has the
 * keyboard before: it waits for nothing, and what was tagged before comes a moment after it.
 */
export function useLearnt(): Learnt {
  const { collection, complete } = useEvidence();
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
