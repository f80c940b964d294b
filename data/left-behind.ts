import type { Quote } from './quote';

/**
 * How much of what was found in a document must still stand for it to be the same document under another
 * address. All of it, where that is less than five pieces: documents of one site share words, such as
 * those of a template, and may share a tagged passage. Of more, one in five may be drawn later, or be
 * lost with what was saved.
 */
const NEARLY_ALL = 0.8;

/**
 * Which evidence of a document stands in a page that has another address than the document; none unless
 * the page shows, by all signs, the same document.
 *
 * @param ids the document's evidence
 * @param found what of it was found when the page left the document's address; where none was, as it
 *   was hidden or is stored only since, all of it counts
 * @param standing what stands in the page now
 */
export function standingFrom(
  ids: readonly string[],
  found: readonly string[],
  standing: ReadonlySet<string>,
): string[] {
  const known = ids.filter((id) => found.includes(id));
  const awaited = known.length > 0 ? known : ids;
  const there = awaited.filter((id) => standing.has(id));
  return there.length < awaited.length * NEARLY_ALL ? [] : ids.filter((id) => standing.has(id));
}

/** So many letters beside a passage tell a place: fewer recur by chance. */
const TELLING = 16;

/** So much beside a place is enough to look for them in, in UTF-16 units: page text has some blanks. */
export const BESIDE = 64;

/**
 * Whether a passage stands, on one side at least, beside the words that stood there when it was
 * described: what merely quotes it goes on with others. Blanks don't count, as lines of a field are
 * paragraphs in the page that shows them. True for a passage that was nearly all the text there was.
 *
 * @param before what stands before the place, `BESIDE` units or what there is
 * @param after what stands after it
 */
export function isAmongItsOwn({ prefix, suffix }: Quote, before: string, after: string): boolean {
  const sides = [
    [solid(prefix).slice(-TELLING), solid(before).slice(-TELLING)],
    [solid(suffix).slice(0, TELLING), solid(after).slice(0, TELLING)],
  ].filter(([was = '']) => was.length === TELLING);
  return sides.length === 0 || sides.some(([was, is]) => was === is);
}

const solid = (text: string) => text.replace(/\s+/g, '');
