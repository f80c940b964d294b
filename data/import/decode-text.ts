/**
 * The text of a file: UTF-8, or UTF-16 where it begins with its byte order mark, as Windows' own
 * programs write it.
 *
 * @returns `undefined` where it is neither: read as if it were, letters would be lost
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-16be';
  const isUtf16 = utf16 === 'utf-16le' || (first === 0xfe && second === 0xff);
  try {
    return new TextDecoder(isUtf16 ? utf16 : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
