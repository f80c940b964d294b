import { expect, it } from 'vitest';
import { decodeText } from '../../../../data/import/decode-text';

const TEXT = '{"name":"Führung 🪜"}';

const units = [...Array(TEXT.length).keys()].map((at) => TEXT.charCodeAt(at));
const littleEndian = units.flatMap((unit) => [unit & 0xff, unit >> 8]);
const bigEndian = units.flatMap((unit) => [unit >> 8, unit & 0xff]);
const utf8 = [...new TextEncoder().encode(TEXT)];

it.each([
  ['UTF-8', utf8],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...utf8]],
  ['UTF-16 as Windows writes it', [0xff, 0xfe, ...littleEndian]],
  ['UTF-16, the larger byte first', [0xfe, 0xff, ...bigEndian]],
])('reads %s', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe(TEXT);
});

it.each([
  ['Windows-1252', [0x46, 0xfc, 0x68]],
  ['Windows-1252 that begins with half a mark', [0xff, 0x61]],
  ['Windows-1252 that begins with half of the other mark', [0xfe, 0x61]],
  ['UTF-16 that was cut off', [0xff, 0xfe, 0x41]],
])('reads no %s, which would lose letters', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBeUndefined();
});

it('reads nothing as nothing', () => {
  expect(decodeText(new Uint8Array())).toBe('');
});
