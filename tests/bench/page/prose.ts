import { seeded } from '../search/random';

/** The small words of any text, the commonest first, and how many of its words they are. */
const SMALL =
  'the of and to a in that we for it was on with as they at had by not this but from or an which';
const SMALL_SHARE = 0.45;

/** So many different words there are; a megabyte of notes has about as many. */
const VOCABULARY = 12_000;
/** Of all words the commonest that is none of the small ones. */
const FIRST = 30;
const SYLLABLES =
  'al be co di en fa gri ha in jo ka lu mo ne or pa qui ro sta ti un ver wa yo'.split(' ');

type Random = () => number;

export interface Passage {
  /** The paragraph it stands in, and the numbers of its first and last sentence there. */
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** A document as it was when its passages were tagged: paragraphs of sentences. */
export interface Prose {
  readonly paragraphs: readonly (readonly string[])[];
  readonly passages: readonly Passage[];
}

const SENTENCES = 8;

/** Prose of about `length` UTF-16 units with `count` passages spread over it; always the same. */
export function makeProse(length: number, count: number): Prose {
  const random = seeded(41);
  const paragraphs: string[][] = [];
  for (let size = 0; size < length; ) {
    const sentences = Array.from({ length: SENTENCES }, () => sentence(random));
    size += sentences.join(' ').length + 1;
    paragraphs.push(sentences);
  }
  const passages = Array.from({ length: count }, (_, n): Passage => {
    const from = Math.floor(random() * (SENTENCES - 1));
    const to = from + (random() < 0.3 ? 1 : 0);
    return { paragraph: Math.floor((n * paragraphs.length) / count), from, to };
  });
  return { paragraphs, passages };
}

/** Every so many passages one was edited since it was tagged, or deleted. */
const EDITED_EVERY = 4;
const DELETED_EVERY = 20;
/** Every so many paragraphs a new one came. */
const NEW_EVERY = 50;

/** What has become of a document: how it reads now, and how each passage does. */
export interface Revised {
  readonly paragraphs: readonly (readonly string[])[];
  /** `null` for a passage that was deleted. */
  readonly now: readonly (string | null)[];
}

/** A document some weeks later: passages edited and deleted, paragraphs added between them. */
export function revise({ paragraphs, passages }: Prose): Revised {
  const random = seeded(43);
  const next = paragraphs.map((one) => [...one]);
  const now = passages.map(({ paragraph, from, to }, n) => {
    const sentences = next[paragraph] as string[];
    if (n % DELETED_EVERY === 1) {
      for (let at = from; at <= to; at++) sentences[at] = '';
      return null;
    }
    if (n % EDITED_EVERY === 2) {
      sentences[from] = (sentences[from] as string)
        .replace(/ (\S+) /, ` ${word(random)} $1 `)
        .replace(/ \S+\.$/, ` ${word(random)} in the end.`);
    }
    return sentences.slice(from, to + 1).join(' ');
  });
  const grown = next.flatMap((sentences, at) => {
    const kept = [sentences.filter((one) => one !== '')];
    if (at % NEW_EVERY !== 0) return kept;
    return [Array.from({ length: SENTENCES }, () => sentence(random)), ...kept];
  });
  return { paragraphs: grown, now };
}

/** The text of such paragraphs as Rung reads it in a page. */
export function textOf(paragraphs: readonly (readonly string[])[]): string {
  return paragraphs.map((sentences) => sentences.join(' ')).join('\n');
}

/** A page that shows paragraphs in one `contenteditable`, with the usual inline elements. */
export function pageOf(paragraphs: readonly (readonly string[])[]): string {
  const body = paragraphs.map((sentences, at) => {
    const [first = '', ...rest] = sentences;
    const words = rest.join(' ').split(' ');
    const link = `<a href="#${at}">${words.slice(4, 7).join(' ')}</a>`;
    const marked = [...words.slice(0, 4), link, ...words.slice(7)].join(' ');
    return `<p id="p${at}"><b>${first}</b> ${marked}</p>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title>
<style>body{font:16px/1.5 sans-serif;margin:0 auto;max-width:44rem}</style>
<main id="text" contenteditable="true" spellcheck="false">${body.join('')}</main></html>`;
}

function sentence(random: Random): string {
  const words = Array.from({ length: 7 + Math.floor(random() * 14) }, () =>
    random() < SMALL_SHARE
      ? pick(SMALL.split(' ').slice(0, 2 + 23 * random()), random)
      : word(random),
  );
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A made-up word. As in any language, the n-th is used about 1/n as often as the first. */
function word(random: Random): string {
  let text = '';
  const rank = Math.floor(FIRST * (VOCABULARY / FIRST) ** random());
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    text += SYLLABLES[rest % SYLLABLES.length];
  }
  return text;
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)] as T;
}
