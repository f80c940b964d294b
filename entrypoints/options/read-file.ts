import { decodeText } from '../../data/import/decode-text';

/** What may be wrong with any file, before anything is made of its text. */
export type FileProblem = 'unreadable' | 'encoding';

/** A file's text, or why there is none. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'too-large' | FileProblem };

/**
 * Reads a file that the user chose. It may have been moved or deleted since, or lie on a drive that
 * has gone, and then the browser refuses. Never rejects.
 *
 * @param limit how many bytes are worth reading
 */
export async function readFile(file: File, limit: number): Promise<FileText> {
  if (file.size > limit) return { ok: false, problem: 'too-large' };
  try {
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    return text === undefined ? { ok: false, problem: 'encoding' } : { ok: true, text };
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
}
