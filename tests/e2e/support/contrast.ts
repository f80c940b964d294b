import type { Colour, Picture } from '../harness/png';

/** A rectangle of a picture, pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((one) => {
    const share = one / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The colour that most of an area has. */
export function groundOf(picture: Picture, area: Area): Colour {
  const counts = new Map<string, number>();
  for (const colour of coloursIn(picture, area)) {
    const name = colour.join();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most = ''] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return most.split(',').map(Number) as unknown as Colour;
}

/** Contrast of the letters in an area, at the core of their strokes, with what is behind them. */
export function contrastIn(picture: Picture, area: Area): number {
  const ground = groundOf(picture, area);
  return Math.max(...coloursIn(picture, area).map((colour) => contrast(colour, ground)));
}

/** The pieces of the row of an area that stands out most from its ground, each as long as it is. */
export function line(picture: Picture, area: Area): number[] {
  const ground = groundOf(picture, area);
  let best: number[] = [];
  for (let y = area.y; y < area.y + area.height; y++) {
    const pieces: number[] = [];
    let length = 0;
    for (let x = area.x; x < area.x + area.width; x++) {
      if (contrast(picture.at(x, y), ground) >= STANDS_OUT) length++;
      else if (length > 0) {
        pieces.push(length);
        length = 0;
      }
    }
    if (length > 0) pieces.push(length);
    if (sum(pieces) > sum(best)) best = pieces;
  }
  return best;
}

/** What a line needs to be told from its ground; antialiasing at its ends has less. */
const STANDS_OUT = 1.5;

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

function coloursIn(picture: Picture, { x, y, width, height }: Area): Colour[] {
  const colours: Colour[] = [];
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column++) colours.push(picture.at(column, row));
  }
  return colours;
}
