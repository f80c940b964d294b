/** A text without what is written differently from place to place, and where its units stood. */
export interface Solid {
  readonly text: string;
  /** The offset of each unit of `text` in the text it was taken from. */
  readonly at: Uint32Array;
}

/** White space, controls, private-use characters, stand-ins for objects, and invisible ones. */
const LOOSE = /[\s\p{Cc}\p{Cf}\uE000-\uF8FF\uFFFC]/u;

const UNKNOWN = 0;
const LOOSE_UNIT = 1;
const SOLID_UNIT = 2;
const kinds = new Uint8Array(0x10000);

/**
 * What a document's text, a copy of it and the labels of its rectangles have in common: they
 * differ in spaces, line breaks, marks and zero-width characters.
 */
export function solidOf(text: string): Solid {
  const at = new Uint32Array(text.length);
  let count = 0;
  let from = 0;
  let solid = '';
  for (let index = 0; index < text.length; index++) {
    if (isSolid(text, index)) {
      at[count++] = index;
      continue;
    }
    if (from < index) solid += text.slice(from, index);
    from = index + 1;
  }
  solid += text.slice(from);
  return { text: solid, at: at.subarray(0, count) };
}

function isSolid(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (kinds[unit] === UNKNOWN) {
    kinds[unit] = LOOSE.test(String.fromCharCode(unit)) ? LOOSE_UNIT : SOLID_UNIT;
  }
  return kinds[unit] === SOLID_UNIT;
}

/** Every place a text stands in another, at most `most` of them. */
export function placesOf(text: string, part: string, most: number): number[] {
  const places: number[] = [];
  if (part === '') return places;
  let at = text.indexOf(part);
  while (at >= 0 && places.length < most) {
    places.push(at);
    at = text.indexOf(part, at + 1);
  }
  return places;
}
