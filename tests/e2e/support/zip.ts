import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

/** Signature and layout of a ZIP archive's list of contents (PKWARE's APPNOTE, 4.3.12 and 4.3.16). */
const END_OF_LIST = 0x06054b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_HEADER_LENGTH = 30;
const STORED = 0;

/** The files in a ZIP archive by path; folders are left out. */
export async function filesInZip(path: string): Promise<Map<string, Buffer>> {
  const zip = await readFile(path);
  let end = zip.length - END_LENGTH;
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_LIST) end--;
  if (end < 0) throw new Error(`${path} is no ZIP archive.`);

  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const rest = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    const start =
      local + LOCAL_HEADER_LENGTH + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    if (!name.endsWith('/')) {
      files.set(name, method === STORED ? packed : inflateRawSync(packed));
    }
    at += ENTRY_LENGTH + nameLength + rest;
  }
  return files;
}
