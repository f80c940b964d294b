import { documentTitle } from '../document-title';
import { oneLine } from '../text';
import type { Evidence } from './record';

/** How much of an address stands behind a title, in characters: a line of the side panel. */
const LONGEST = 60;

/**
 * The documents that evidence is from, by their keys, each under the title it had last. Where two
 * have one title, their addresses stand behind it.
 *
 * @param evidence in any order
 */
export function documentNames(evidence: readonly Evidence[]): Map<string, string> {
  const newest = new Map<string, Evidence>();
  for (const one of evidence) {
    const { document } = one.target;
    const other = newest.get(document);
    if (document && (!other || other.created < one.created)) newest.set(document, one);
  }
  const titles = new Map([...newest].map(([key, { target }]) => [key, oneLine(target.title)]));
  const taken = count(titles.values());
  const addresses = new Map([...titles.keys()].map((key) => [key, shortened(key)]));
  const alike = count(addresses.values());
  return new Map(
    [...titles].map(([key, title]) => {
      const short = addresses.get(key) ?? key;
      const address = (alike.get(short) ?? 0) > 1 ? key : short;
      if (!title) return [key, address];
      return [key, (taken.get(title) ?? 0) > 1 ? `${title} · ${address}` : title];
    }),
  );
}

/** Host and path, without the middle of what is long: documents of one site differ at the end. */
function shortened(key: string): string {
  const characters = [...documentTitle('', key)];
  if (characters.length <= LONGEST) return characters.join('');
  const half = LONGEST / 2;
  return `${characters.slice(0, half - 1).join('')}…${characters.slice(-half).join('')}`;
}

function count(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
