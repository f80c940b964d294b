import type { Span } from '../../../../data/passage';
import type { Composition } from './composition';
import { isCopyOf, locateCopy } from './copy-and-text';
import type { DocsPage } from './docs-page';
import { ARRIVAL } from './names';
import { situation } from './on-screen';
import type { Experience } from './read';
import { solidOf } from './solid';
import { copySelection, findInput } from './synthetic-copy';

/** How often it is looked whether the user has arrived, in milliseconds. */
const STEP = 100;

/** A copy shorter than this, in solid units, stands in too many places to tell how far off it is. */
const TELLING = 8;

/**
 * Selects a span, which scrolls to it, and makes sure that the user got there: the page ignores
 * what it does not understand without a word.
 *
 * @param raw the text that the span's offsets count
 * @returns false where nothing shows that the page did it
 */
export async function arrive(
  page: Document,
  docs: DocsPage,
  composition: Composition,
  experience: Experience,
  raw: string,
  span: Span,
): Promise<boolean> {
  const before = situation(page);
  if (!(await docs.select(span))) return false;
  const until = performance.now() + ARRIVAL;
  let corrected = false;
  for (;;) {
    const words = experience.copyForbidden ? '' : copiedNow(page, composition);
    if (words === '') {
      const ranges = (await docs.ask())?.ranges ?? [];
      if (ranges.some(({ start, end }) => start === span.start && end === span.end)) return true;
    } else {
      if (isCopyOf(raw.slice(span.start, span.end), words)) return true;
      const off = corrected ? 0 : distanceOff(raw, span, words);
      corrected = true;
      if (off !== 0) await docs.select({ start: span.start + off, end: span.end + off });
    }
    if (performance.now() > until) return situation(page) !== before;
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}

function copiedNow(page: Document, composition: Composition): string {
  const input = findInput(page);
  if (!input) return '';
  composition.follow(input);
  return copySelection(input, composition.active).text;
}

/**
 * How far the page's text is off when it is one edit behind: what got selected stands elsewhere in
 * it than where it was selected.
 */
function distanceOff(raw: string, { start }: Span, words: string): number {
  if (solidOf(words).text.length < TELLING) return 0;
  const stood = locateCopy(raw, words, [start]);
  return stood ? start - stood.start : 0;
}
