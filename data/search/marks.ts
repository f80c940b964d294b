import { type Lexicon, NO_TERM } from './lexicon';
import type { QueryTerms, TermSource } from './query-terms';
import type { Range } from './types';
import { type Word, wordsOf } from './words';

/** Less sure matches rank a little, but marking them would look like a mistake. */
const SURE_ENOUGH = 0.45;

/** Up to this many more letters are an ending: someone who types "feed" has typed all of "feeds". */
const ENDING = 2;
/** Texts whose words are kept: those of the answers of some minutes. */
const KEPT_TEXTS = 4000;

/** What a query matches in a text: a word as a whole, or the beginning that was typed of it. */
export interface Marker {
  terms: ReadonlySet<number>;
  /** What is being typed, `''` if nothing is. */
  typed: string;
}

/** What there is to mark of a query: only what it surely means. */
export function markerOf(query: QueryTerms): Marker {
  const terms = new Set<number>();
  let typed = '';
  for (const { alternatives, word } of query.words) {
    const exact = alternatives[0]?.weight === 1;
    for (const { term, weight } of alternatives) {
      // A finished word that is known means itself; only an unfinished one means its completions.
      if (weight === 1 || (!exact && weight >= SURE_ENOUGH)) terms.add(term);
    }
    typed = word.text;
  }
  return { terms, typed: query.typing ? typed : '' };
}

/** The ranges of `text` to mark, in order; neighbours only a space apart are joined into one. */
export function marksIn(index: Pick<TermSource, 'lexicon'>, text: string, marker: Marker): Range[] {
  const marks: Range[] = [];
  for (const word of termedWords(index.lexicon, text)) {
    const { term } = word;
    const isTyped = marker.typed.length > 0 && word.text.startsWith(marker.typed);
    if (!marker.terms.has(term) && !isTyped) continue;
    // The rest of a word still being typed stays unmarked, so that the eye sees what is missing.
    const isFolded = word.text.length === word.end - word.start;
    const isUnfinished = isTyped && word.text.length - marker.typed.length > ENDING;
    const end = isUnfinished && isFolded ? word.start + marker.typed.length : word.end;
    const last = marks.at(-1);
    if (last && /^[\s-]$/.test(text.slice(last[1], word.start))) last[1] = end;
    else marks.push([word.start, end]);
  }
  return marks;
}

interface TermedWord extends Word {
  term: number;
}

/** The same texts are shown after each key typed, so their words are cut once. */
const kept = new WeakMap<Lexicon, Map<string, TermedWord[]>>();

function termedWords(lexicon: Lexicon, text: string): TermedWord[] {
  let texts = kept.get(lexicon);
  if (!texts) {
    texts = new Map();
    kept.set(lexicon, texts);
  }
  let words = texts.get(text);
  if (!words) {
    words = [];
    for (const word of wordsOf(text)) {
      const term = lexicon.termOf(word.text);
      if (term !== undefined && term !== NO_TERM) words.push({ ...word, term });
    }
    if (texts.size >= KEPT_TEXTS) texts.clear();
    texts.set(text, words);
  }
  return words;
}
