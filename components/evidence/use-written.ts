import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Evidence } from '../../data/evidence';

export interface Written {
  /**
   * The evidence and what is being edited and no longer among it: at its place, or before all others
   * where something else is listed now.
   */
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
 * @param of what the evidence was found by
 * @param begun what was being edited when the view was closed
 */
export function useWritten(
  evidence: readonly Evidence[],
  of?: unknown,
  begun: readonly Evidence[] = NONE,
): Written {
  const [unsaved, setUnsaved] = useState<ReadonlyMap<string, Evidence>>(new Map());
  const last = useRef({ of, listed: NONE });
  const listed = useMemo(
    () => withWritten(unsaved, evidence, last.current.of === of ? last.current.listed : NONE),
    [unsaved, evidence, of],
  );
  last.current = { of, listed };
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

/**
 * Leaves what is written in behind the one that it stood behind, or the next one before that which is
 * still there: what moves in a page loses the caret.
 *
 * @param before how all were listed before
 */
function withWritten(
  written: ReadonlyMap<string, Evidence>,
  evidence: readonly Evidence[],
  before: readonly Evidence[],
): readonly Evidence[] {
  const missing = new Map(written);
  for (const { id } of written.size === 0 ? NONE : evidence) missing.delete(id);
  if (missing.size === 0) return evidence;
  const wasListed = new Set(before.map(({ id }) => id));
  const unplaced = [...missing.values()].filter(({ id }) => !wasListed.has(id));
  const there = new Set(evidence.map(({ id }) => id));
  const listed = [...evidence];
  let last: string | undefined;
  for (const { id } of [...unplaced, ...before]) {
    const one = missing.get(id);
    if (one) listed.splice(listed.findIndex((other) => other.id === last) + 1, 0, one);
    if (one || there.has(id)) last = id;
  }
  return listed;
}
