import type { Ladder } from '../../data/ladder';

/** The glossary's entries whose term stands in one of the texts, as a word of its own. */
export function glossaryFor(ladder: Ladder, texts: readonly string[]): Ladder['glossary'] {
  const all = texts.join('\n');
  return ladder.glossary.filter(({ term }) => {
    // "Group PM (GPM)" is met as either.
    const forms = term
      .split(/[()/,]/)
      .map((form) => form.trim())
      .filter(Boolean);
    return forms.some((form) => wordPattern(form).test(all));
  });
}

function wordPattern(form: string): RegExp {
  const literal = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // Abbreviations mean something only as they are written: "CS" is not "cs" in "metrics".
  const flags = form === form.toUpperCase() ? 'u' : 'iu';
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}s?(?![\\p{L}\\p{N}])`, flags);
}
