import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Evidence } from '../../data/evidence';
import { useIncremental } from '../common/use-incremental';
import { useKeptRest } from '../common/use-kept-rest';
import { useSeats } from '../common/use-seats';
import { useSeenParts } from '../common/use-seen-parts';
import { useStillOrder } from '../common/use-still-order';
import { useNextFocused } from './use-next-focused';
import { useWritten } from './use-written';

/** New items that one frame has room for. */
const A_FRAME = 5;
/** So many items before the last one that is drawn, the next are drawn for the keyboard. */
const NEAR_END = 5;

interface Props {
  /** In the order in which it is listed. */
  evidence: readonly Evidence[];
  /** What it was found by: for something else the list begins again. */
  of: unknown;
  /** Changes with every other answer: with `of`, and when more was found for the same. */
  answer: unknown;
  /** Whether more may be found, or read. */
  growing: boolean;
  /** Whether it is in the order of how well each answers; else in that of time. */
  searching: boolean;
  /** Whether a place further down is gone back to, which has to be there. */
  far: boolean;
  /** What was being written in when the view was closed. */
  begun: readonly Evidence[];
  /** Something was changed in an item and is not saved; false once nothing is. */
  onUnsaved: (unsaved: boolean) => void;
  /** Draws one. `onUnsaved`: a change to it is not saved, or is. */
  item: (one: Evidence, key: number, onUnsaved: (unsaved: boolean) => void) => VNode;
}

/**
 * A list of any length, drawn as far as it is looked at: the best of another answer first. What is
 * being written in stays, also where it is not among what was asked for, or was deleted elsewhere.
 */
export function EvidenceList(props: Props) {
  const { evidence, of, answer, growing, searching, far, begun, onUnsaved, item } = props;
  const list = useRef<HTMLUListElement>(null);
  useNextFocused(list);
  const { listed, unsaved, note } = useWritten(evidence, of, begun);
  const inOrder = useStillOrder(list, listed, of, searching && growing);
  const { visible: reached, sentinel, drawMore } = useIncremental(inOrder, of);
  const visible = withFar(reached, unsaved);
  const editing = unsaved.size > 0;
  const seats = useSeats(
    visible.map(({ id }) => id),
    answer,
    editing,
  );
  const seen = useSeenParts(answer, {
    all: visible.length,
    lowest: (parts) => list.current?.children[parts - 1],
    atFirst: far ? Number.POSITIVE_INFINITY : A_FRAME,
    atRest: A_FRAME,
  });
  // At once: what deletes it elsewhere may come before the next frame.
  useLayoutEffect(() => onUnsaved(editing), [editing]);
  // Where more is drawn of the same answer, what was drawn of it before is passed over.
  const parts = useMemo(
    () => visible.map((one, place) => item(one, seats[place] as number, (is) => note(one, is))),
    [item, inOrder, visible.length, unsaved],
  );
  // What is being written may stand anywhere in the list.
  const items = useKeptRest(parts, editing ? visible.length : seen.parts);
  const onFocusIn = ({ target }: FocusEvent) => {
    const near = [...(list.current?.children ?? [])].slice(-NEAR_END);
    if (near.some((one) => one.contains(target as Node))) drawMore();
  };
  return (
    <>
      <ul ref={list} aria-busy={growing || seen.busy} onFocusIn={onFocusIn}>
        {items}
      </ul>
      {sentinel}
    </>
  );
}

/** As far as the list is drawn, and behind it what is being written in further down. */
function withFar(
  reached: readonly Evidence[],
  written: ReadonlyMap<string, Evidence>,
): readonly Evidence[] {
  if (written.size === 0) return reached;
  const far = new Map(written);
  for (const { id } of reached) far.delete(id);
  return far.size === 0 ? reached : [...reached, ...far.values()];
}
