import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Evidence } from '../../data/evidence';

export interface Written {
  /** The evidence, preceded by what is being edited and no longer among it. */
  readonly listed: readonly Evidence[];
  /** What is being edited, by id, as it was when that began. */
  readonly unsaved: ReadonlyMap<string, Evidence>;
  /** Notes that something unsaved was typed into one, or no longer is there. */
  readonly note: (one: Evidence, isUnsaved: boolean) => void;
}

const NONE: readonly Evidence[] = [];

/**
 * Keeps evidence that is being edited in the list even after it has been deleted elsewhere: otherwise
 * what was typed would go with it.
 *
 * @param begun what was being edited when the view was closed
 */
export function useWritten(
  evidence: readonly Evidence[],
  begun: readonly Evidence[] = NONE,
): Written {
  const [unsaved, setUnsaved] = useState<ReadonlyMap<string, Evidence>>(new Map());
  const listed = useMemo(() => withWritten(unsaved, evidence), [unsaved, evidence]);
  useEffect(() => {
    if (begun.length === 0) return;
    setUnsaved((before) => new Map([...before, ...begun.map((one) => [one.id, one] as const)]));
  }, [begun]);
  const note = (one: Evidence, is: boolean) =>
    setUnsaved((before) => {
      if (is === before.has(one.id)) return before;
      const now = new Map(before);
      if (is) now.set(one.id, one);
      else now.delete(one.id);
      return now;
    });
  return { listed, unsaved, note };
}

function withWritten(
  written: ReadonlyMap<string, Evidence>,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  if (written.size === 0) return evidence;
  const missing = new Map(written);
  for (const { id } of evidence) missing.delete(id);
  return missing.size === 0 ? evidence : [...missing.values(), ...evidence];
}
