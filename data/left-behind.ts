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
