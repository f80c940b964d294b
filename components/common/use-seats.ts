import { useRef } from 'preact/hooks';

interface Seated {
  readonly of: unknown;
  /** By place. */
  readonly seats: readonly number[];
  /** By id. */
  readonly seatOf: ReadonlyMap<string, number>;
  readonly next: number;
}

/**
 * The key each item of a list is drawn by. While the list is of the same, an item keeps its own: what
 * is typed into it and where the focus is stay with it. A list of something else is drawn into the
 * places of the one before: to fill in other words takes a fraction of building an item anew.
 *
 * @param ids of the items, in their order
 * @param of what the list is of
 * @param keep whether items keep their keys even so
 * @returns a key for each place
 */
export function useSeats(ids: readonly string[], of: unknown, keep: boolean): readonly number[] {
  const before = useRef<Seated>({ of, seats: [], seatOf: new Map(), next: 0 });
  const { seats, seatOf } = before.current;
  const stay = keep || before.current.of === of;
  let { next } = before.current;
  const now = ids.map((id, place) => (stay ? seatOf.get(id) : seats[place]) ?? next++);
  before.current = {
    of,
    seats: now,
    seatOf: new Map(ids.map((id, place) => [id, now[place] as number])),
    next,
  };
  return now;
}
