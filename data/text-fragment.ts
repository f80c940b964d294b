import type { Quote } from './quote';

/** Up to here a passage stands in the address whole; beyond it, its first and last words do. */
const WHOLE = 120;
/** How many words at each end tell a long passage apart from others. */
const END_WORDS = 6;
/** And at most this many characters: not every script puts spaces between its words. */
const LONGEST_END = WHOLE;
/** Browsers find only whole words, by the rules of Unicode Standard Annex 29, as this does. */
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The address of a passage: the page's own address with a text directive behind it, which makes
 * the browser itself bring the words into view and mark them, without any permission.
 *
 * @param address the page; a fragment it has is kept, a text directive goes
 * @returns the address unchanged where there are no words to find, or none of a usual length
 * @see https://wicg.github.io/scroll-to-text-fragment/#syntax
 */
export function withTextFragment(address: string, { exact }: Pick<Quote, 'exact'>): string {
  const lines = exact.split('\n').filter((line) => line.trim() !== '');
  const first = words(lines[0]);
  const last = words(lines.at(-1));
  if (first.length === 0) return address;
  // One part of a directive is looked for inside one block of text only.
  // Its two ends may not overlap: the second is looked for behind the first.
  const whole =
    lines.length === 1 &&
    (exact.length <= WHOLE || (first.length <= 2 * END_WORDS && exact.length <= 2 * LONGEST_END));
  const ends = whole ? [first.join(' ')] : [beginningOf(first), endOf(last)];
  if (ends.includes('')) return address;
  const directive = ends.map(encode).join();
  const page = withoutTextFragment(address);
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** An address without what the browser was to highlight there; a fragment before that is kept. */
export function withoutTextFragment(address: string): string {
  const fragment = address.indexOf('#');
  const directive = fragment < 0 ? -1 : address.indexOf(':~:', fragment);
  if (directive < 0) return address;
  return address.slice(0, directive === fragment + 1 ? fragment : directive);
}

function words(line = ''): string[] {
  return line.split(/\s+/).filter(Boolean);
}

/** The first words, as far as they have room. */
function beginningOf(words: readonly string[]): string {
  const text = words.slice(0, END_WORDS).join(' ');
  if (text.length <= LONGEST_END) return text;
  let end = 0;
  // What is cut off beyond the room may end inside a word; no word before it does.
  for (const { index, segment, isWordLike } of WORDS.segment(text.slice(0, 2 * LONGEST_END))) {
    if (index + segment.length > LONGEST_END) break;
    if (isWordLike) end = index + segment.length;
  }
  return text.slice(0, end);
}

/** The last words, as far as they have room. */
function endOf(words: readonly string[]): string {
  const text = words.slice(-END_WORDS).join(' ');
  if (text.length <= LONGEST_END) return text;
  const tail = text.slice(-2 * LONGEST_END);
  for (const { index, isWordLike } of WORDS.segment(tail)) {
    if (isWordLike && index >= tail.length - LONGEST_END) return tail.slice(index);
  }
  return '';
}

/** As the syntax asks: `-` ends a prefix, `,` parts the ends, `&` begins another directive. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
