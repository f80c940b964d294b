import { isForeignFrame, withLentTurn } from './lent-turn';

/** What waits in this page for each name. */
const last = new Map<string, Promise<unknown>>();

/**
 * Runs work that reads a stored value, changes it and writes it back, after all other work of that
 * name, in whichever page or worker of the extension it began: otherwise one of two simultaneous
 * changes would be lost. Where neither the browser grants a lock nor the background lends one, it
 * waits only for work begun in the same page.
 *
 * @returns what the work returns; its failure does not keep the next from running
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  let begun = false;
  const begin = () => {
    begun = true;
    return work();
  };
  try {
    if (isForeignFrame()) return await withLentTurn(name, begin);
    const locks = globalThis.navigator?.locks;
    if (locks) return (await locks.request(`rung:${name}`, begin)) as T;
  } catch (error) {
    if (begun) throw error;
  }
  return inTurnHere(name, work);
}

function inTurnHere<T>(name: string, work: () => Promise<T>): Promise<T> {
  const next = (last.get(name) ?? Promise.resolve()).then(work);
  last.set(
    name,
    next.catch(() => undefined),
  );
  return next;
}
