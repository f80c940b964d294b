/**
 * Begins work that nobody waits for. Where it fails nobody is left to tell, and nothing is lost that
 * the next event of its kind does not make good; say at each call why that is so.
 */
export function unheard(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
