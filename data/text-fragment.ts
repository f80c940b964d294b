import type { Quote } from './quote';

/** Up to here a passage stands in the address whole; beyond it, its first and last words do. */
const WHOLE = 120;
/** How many words at each end tell a long passage apart from others. */
const END_WORDS = 6;

/**
 * The address of a passage: the page's own address with a text directive behind it, which makes
 * the browser itself bring the words into view and mark them, without any permission.
 *
 * @param address the page; a fragment it has is kept, a text directive goes
 * @returns the address unchanged where there are no words to find
 * @see https://wicg.github.io/scroll-to-text-fragment/#syntax
 */
export function withTextFragment(address: string, { exact }: Pick<Quote, 'exact'>): string {
  const lines = exact.split('\n').filter((line) => line.trim() !== '');
  const first = words(lines[0]);
  const last = words(lines.at(-1));
  if (first.length === 0) return address;
  // One part of a directive is looked for inside one block of text only.
  // Its two ends may not overlap: the second is looked for behind the first.
  const whole = lines.length === 1 && (exact.length <= WHOLE || first.length <= 2 * END_WORDS);
  const directive = whole
    ? encode(first)
    : `${encode(first.slice(0, END_WORDS))},${encode(last.slice(-END_WORDS))}`;
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

/** As the syntax asks: `-` ends a prefix, `,` parts the ends, `&` begins another directive. */
function encode(parts: string[]): string {
  return encodeURIComponent(parts.join(' ').toWellFormed()).replaceAll('-', '%2D');
}
