import { editsBetween, mostEdits } from '../edits';
import { firstOf, MOST_PROBLEMS } from '../first-of';
import { isObject } from '../json-value';
import { ladderShape } from './schema';

/** A key that no ladder has at this place. */
export interface UnknownKey {
  /** The keys and places that lead to it, itself the last. */
  readonly path: readonly string[];
  /** The key it is a slip of, where it is written almost like one that is not there. */
  readonly meant?: string;
}

/**
 * Every key of `input` that the schema does not know and that `parseLadder` silently leaves out, so
 * that a newer Rung's ladder can be read, too, up to `MOST_PROBLEMS`. People who write a file by hand
 * want to know.
 *
 * @param input anything, usually parsed JSON
 */
export function unknownKeys(input: unknown): UnknownKey[] {
  return firstOf(keysIn(ladderShape as unknown as Place, input, []), MOST_PROBLEMS);
}

/** What of a schema says which keys there are. */
interface Place {
  readonly wrapped?: Place;
  readonly pipe?: readonly Place[];
  readonly item?: Place;
  readonly value?: Place;
  readonly entries?: Readonly<Record<string, Place>>;
}

function* keysIn(
  place: Place,
  value: unknown,
  path: readonly string[],
): Generator<UnknownKey, void> {
  const { item, value: each, entries } = holder(place);
  if (Array.isArray(value)) {
    if (!item) return;
    for (const [at, one] of value.entries()) yield* keysIn(item, one, [...path, String(at)]);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, key];
    const known = entries && (Object.hasOwn(entries, key) ? entries[key] : undefined);
    if (known || each) {
      yield* keysIn((known ?? each) as Place, inner, at);
    } else if (entries) {
      const meant = nearest(
        key,
        Object.keys(entries).filter((one) => !Object.hasOwn(value, one)),
      );
      yield { path: at, ...(meant !== undefined && { meant }) };
    }
  }
}

/** The part that holds others, inside what makes it optional or checks it further. */
function holder(place: Place): Place {
  if (place.wrapped) return holder(place.wrapped);
  return place.pipe?.find((one) => one.item ?? one.value ?? one.entries) ?? place;
}

function nearest(key: string, known: readonly string[]): string | undefined {
  const written = plain(key);
  return known
    .map((one) => ({ one, edits: editsBetween(written, plain(one)), most: mostEdits(one.length) }))
    .filter(({ edits, most }) => edits <= most)
    .sort((a, b) => a.edits - b.edits)[0]?.one;
}

/** `adds_to`, `Adds to` and `addsTo` are one word in the three ways of writing a key. */
function plain(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}
