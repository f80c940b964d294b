import { inflateSync } from 'node:zlib';

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [number, number, number];

/** A picture whose pixels can be asked for. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): Colour;
}

const SIGNATURE_LENGTH = 8;
/** Around the data of each chunk: its length and name before, a checksum after. */
const CHUNK_HEAD = 8;
const CHUNK_TAIL = 4;
/** Bytes a pixel has, by PNG's "colour type"; the two that browsers write. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * Reads a PNG (W3C, "Portable Network Graphics") as browsers write their screenshots.
 *
 * @throws for palettes, greys, 16 bits a channel and interlacing, which they do not write
 */
export function readPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file);
  const parts: Buffer[] = [];
  let header = bytes.subarray(0, 0);
  for (let at = SIGNATURE_LENGTH; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + CHUNK_HEAD);
    const data = bytes.subarray(at + CHUNK_HEAD, at + CHUNK_HEAD + length);
    if (name === 'IHDR') header = data;
    if (name === 'IDAT') parts.push(data);
    at += CHUNK_HEAD + length + CHUNK_TAIL;
  }
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const channels = CHANNELS[header[9] ?? -1];
  if (!channels || header[8] !== 8 || header[12] !== 0) {
    throw new Error('No browser writes a PNG like this one.');
  }
  const pixels = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  return {
    width,
    height,
    at(x, y) {
      if (!(x >= 0 && x < width && y >= 0 && y < height)) {
        throw new RangeError(`No pixel at ${x}, ${y} of ${width} by ${height}.`);
      }
      const from = (Math.floor(y) * width + Math.floor(x)) * channels;
      return [pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0];
    },
  };
}

/** Takes back what each row's filter did, which its first byte names (section 9 of the standard). */
function unfiltered(rows: Buffer, length: number, height: number, channels: number): Uint8Array {
  const pixels = new Uint8Array(length * height);
  for (let row = 0; row < height; row++) {
    const filter = rows[row * (length + 1)] ?? 0;
    for (let at = 0; at < length; at++) {
      const here = row * length + at;
      const left = at >= channels ? (pixels[here - channels] ?? 0) : 0;
      const above = row > 0 ? (pixels[here - length] ?? 0) : 0;
      const corner = row > 0 && at >= channels ? (pixels[here - length - channels] ?? 0) : 0;
      const raw = rows[row * (length + 1) + 1 + at] ?? 0;
      pixels[here] = raw + predicted(filter, left, above, corner);
    }
  }
  return pixels;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
