import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Evidence } from '../../data/evidence';
import { useIncremental } from '../common/use-incremental';
import { useKeptRest } from '../common/use-kept-rest';
import { useSeats } from '../common/use-seats';
import { useSeenParts } from '../common/use-seen-parts';
import { useStillOrder } from '../common/use-still-order';

/** New items that one frame has room for. */
const A_FRAME = 5;

interface Props {
  /** In the order in which it is listed. */
  evidence: readonly Evidence[];
  /** What it was found by: for something else the list begins again. */
  of: unknown;
  /** Changes with every other answer: with `of`, and when more was found for the same. */
  answer: unknown;
  /** Whether more may be found. */
  growing: boolean;
  /** Whether a place further down is gone back to, which has to be there. */
  far: boolean;
  /** Draws one. `onUnsaved`: a change to it is not saved, or is. */
  item: (one: Evidence, key: number, onUnsaved: (unsaved: boolean) => void) => VNode;
}

/** A list of any length, drawn as far as it is looked at: the best of another answer first. */
export function EvidenceList({ evidence, of, answer, growing, far, item }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [unsaved, setUnsaved] = useState<ReadonlySet<string>>(new Set());
  const inOrder = useStillOrder(list, evidence, of, growing);
  const { visible, sentinel } = useIncremental(inOrder, of);
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
  const noteUnsaved = (id: string, is: boolean) =>
    setUnsaved((before) => {
      const now = new Set(before);
      if (is) now.add(id);
      else now.delete(id);
      return now;
    });
  const items = useKeptRest(
    visible.map((one, place) => item(one, seats[place] as number, (is) => noteUnsaved(one.id, is))),
    // What is being written may stand anywhere in the list.
    editing ? visible.length : seen.parts,
  );
  return (
    <>
      <ul ref={list} aria-busy={growing || seen.busy}>
        {items}
      </ul>
      {sentinel}
    </>
  );
}
