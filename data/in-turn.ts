/** What waits in this page for each name, where the browser keeps no locks. */
const last = new Map<string, Promise<unknown>>();

/**
 * Runs work that reads a stored value, changes it and writes it back, after all other work of that
 * name, in whatever page or worker of the extension it was begun: of two changes at once, one would
 * be lost.
 *
 * @returns what the work returns; its failure does not keep the next from running
 */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (locks) return locks.request(`rung:${name}`, work) as Promise<T>;
  const next = (last.get(name) ?? Promise.resolve()).then(work);
  last.set(
    name,
    next.catch(() => undefined),
  );
  return next;
}
