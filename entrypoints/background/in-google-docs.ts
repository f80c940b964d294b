import type { GoogleDocsCall } from '../wiring/messages/background';

/** What `inGoogleDocs` needs to know; it runs where nothing of ours is. */
export interface InGoogleDocs {
  readonly call: GoogleDocsCall;
  /** Rung's own id, by which the page knows who asks. */
  readonly id: string;
  /** The name of the page's function. */
  readonly annotatedText: string;
  /** How long the page may take, in milliseconds. */
  readonly patience: number;
}

/**
 * Runs in the page's own world, so all it uses stands inside it. What it gives is the page's word
 * and is checked by those who asked.
 *
 * @returns for `read` the text and the ranges, for `select` true; `'late'` where the page took too
 *   long, `null` where it cannot
 */
export async function inGoogleDocs({ call, id, annotatedText, patience }: InGoogleDocs) {
  try {
    const page = window as unknown as Record<string, unknown>;
    const ask = page[annotatedText];
    if (typeof ask !== 'function') return null;
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, patience, 'late'));
    const answer = await Promise.race([ask.call(page, id), late]);
    if (answer === 'late') return 'late';
    if (call.name === 'select') {
      answer.setSelection(call.start, call.end);
      return true;
    }
    const names = ['start', 'end', 'anchor', 'focus', 'base', 'extent'];
    let ranges: Record<string, number>[] | null = null;
    try {
      const listed: Record<string, unknown>[] = Array.from(answer.getSelection());
      ranges = listed.map((range) => {
        const plain: Record<string, number> = {};
        for (const name of names) {
          const value = range[name];
          if (typeof value === 'number') plain[name] = value;
        }
        return plain;
      });
    } catch {
      // No list of ranges: the text alone is worth having.
    }
    return { text: String(answer.getText()), ranges };
  } catch {
    return null;
  }
}
