import type { Span } from '../../../../data/passage';
import type { ReadResult } from '../surface';
import type { Answer } from './answer';
import { forgetCopy, heardCopy, listenForCopy } from './asked-copy';
import { cleanCopy } from './clean';
import type { Composition } from './composition';
import type { DocsPage } from './docs-page';
import { selectionSeen } from './on-screen';
import { ownCaret, ownRange, placeOfCopy, rangeOfCopy } from './own-range';
import { type Copied, copySelection, findInput, NOT_COPIED } from './synthetic-copy';

/** What is known of a page from reading it before. */
export interface Experience {
  /** True once a copy yielded nothing although something was selected: then each try is a notice. */
  copyForbidden: boolean;
}

/**
 * Reads the user's selection: its words from a copy, its place from what the page says of itself.
 * The copy is the surer of the two, because it holds nobody else's selection and is never old;
 * where there is none, the page's word is taken if it can only mean one thing.
 */
export async function readSelection(
  page: Document,
  docs: DocsPage,
  composition: Composition,
  experience: Experience,
): Promise<ReadResult> {
  const answer = await docs.ask();
  const told = answer ? ownRange(answer) : 'unclear';
  const copied = copy(page, composition, experience.copyForbidden && typeof told === 'object');
  const words = copied.text || heardCopy();
  if (words !== '') {
    forgetCopy();
    return withWords(words, answer, docs);
  }

  // The first answer after an edit may be the one from before it.
  const again = (answer && (await docs.ask())) ?? answer;
  const own = again ? ownRange(again) : 'unclear';
  const seen = selectionSeen(page);
  if (again && typeof own === 'object' && !(copied.handled && seen === 'none')) {
    experience.copyForbidden ||= copied.handled;
    return reading(again, own);
  }
  const several = own === 'unclear' && (again?.ranges?.length ?? 0) > 1;
  const nothing = seen === 'none' || (seen === 'unknown' && !several && saysNothing(own, copied));
  if (nothing) return withCaret(again);
  listenForCopy(page);
  experience.copyForbidden ||= copied.handled && seen === 'some';
  return { ok: false, why: copied.handled ? 'copy-disabled' : 'copy-needed' };
}

function copy(page: Document, composition: Composition, spare: boolean): Copied {
  // A copy that is refused shows the user a notice; once is enough where the page says it all.
  if (spare) return { text: '', handled: true };
  const input = findInput(page);
  if (!input) return NOT_COPIED;
  composition.follow(input);
  return copySelection(input, composition.active);
}

async function withWords(words: string, first: Answer | null, docs: DocsPage): Promise<ReadResult> {
  let answer = first;
  let own = answer && rangeOfCopy(answer, words);
  if (answer && !own) {
    // The page may have told its state before the latest edit; the second time it is today's.
    answer = (await docs.ask()) ?? answer;
    own = rangeOfCopy(answer, words) ?? placeOfCopy(answer, words);
  }
  if (answer && typeof own === 'object' && own) return reading(answer, own);
  return {
    ok: true,
    reading: { text: answer?.text ?? '', selection: null, selected: cleanCopy(words) },
  };
}

function withCaret(answer: Answer | null): ReadResult {
  const caret = answer && ownCaret(answer);
  if (!answer || caret === null) return { ok: false, why: 'nothing-selected' };
  return { ok: true, reading: { text: answer.text, selection: null, caret } };
}

function reading({ text }: Answer, selection: Span): ReadResult {
  return { ok: true, reading: { text, selection } };
}

/** Whether, with nothing to be seen either way, the likeliest thing is that nothing is selected. */
function saysNothing(own: Span | 'none' | 'unclear', { handled }: Copied): boolean {
  return own === 'none' || handled;
}
