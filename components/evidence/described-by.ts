import { clip, oneLine } from '../../data/text';

/** So many graphemes of a passage are read out at each of its buttons: enough to know it by. */
const DESCRIPTION_GRAPHEMES = 60;

/**
 * The ids of the elements that say which piece of evidence something belongs to.
 *
 * @param seat tells it apart from all others that are drawn in the document
 */
export function describers(seat: string | number) {
  return { name: `name-${seat}`, facts: `facts-${seat}`, quote: `quote-${seat}` };
}

/** For `aria-describedby` of a button that stands at every piece of evidence and is called the same. */
export function describedBy(seat: string | number, compact = false): string {
  const { name, quote } = describers(seat);
  return compact ? name : `${name} ${quote}`;
}

/**
 * For `aria-labelledby` of a piece of evidence: whoever comes to it by a key hears what it is evidence
 * for, and not the names of its buttons.
 */
export function labelledBy(seat: string | number, compact = false): string {
  const { name, facts, quote } = describers(seat);
  return [name, facts, ...(compact ? [] : [quote])].join(' ');
}

/** A passage as its buttons are described by it, on one line. */
export function quoteInShort(quote: string): string {
  return clip(oneLine(quote), DESCRIPTION_GRAPHEMES);
}
