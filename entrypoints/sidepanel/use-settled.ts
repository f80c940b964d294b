import { useCallback, useEffect, useState } from 'preact/hooks';
import { storage } from 'wxt/utils/storage';
import type { Standing } from '../../data/standing';

/**
 * What the page said of each piece of evidence, by id, when the user kept the old wording; `''` where
 * that was taken back, since an entry that goes from one panel would come back from another.
 */
export type Settled = Readonly<Record<string, string>>;

const settledItem = storage.defineItem<Settled>('session:settled', { fallback: {} });

/** Where the browser keeps nothing for a session, this lasts as long as the panel is open. */
let inMemory: Settled = {};

/** What the user has answered already, until the browser is closed; `undefined` until it is read. */
export function useSettled() {
  const [settled, setSettled] = useState<Settled>();
  useEffect(() => {
    let current = true;
    const take = (stored: Settled) => {
      inMemory = { ...inMemory, ...stored };
      if (current) setSettled(inMemory);
    };
    settledItem.getValue().then(take, () => take({}));
    const unwatch = settledItem.watch(take);
    return () => {
      current = false;
      unwatch();
    };
  }, []);
  const settle = useCallback((id: string, reads: string) => {
    const answer = (now: string) => {
      inMemory = { ...inMemory, [id]: now };
      setSettled(inMemory);
      // What cannot be kept is asked once more when the panel is opened anew, and not worth a word.
      settledItem.setValue(inMemory).catch(() => undefined);
    };
    const before = Object.hasOwn(inMemory, id) ? inMemory[id] : undefined;
    answer(reads);
    return () => answer(before ?? '');
  }, []);
  return { settled, settle };
}

/** Whether the user has answered what the page says now. */
export function isSettled(settled: Settled, id: string, standing: Standing): boolean {
  const reads = readsOf(standing);
  return reads !== undefined && Object.hasOwn(settled, id) && settled[id] === reads;
}

/** How a passage that is not as it was reads now; `undefined` for others. */
export function readsOf(standing: Standing | undefined): string | undefined {
  return standing && 'quote' in standing ? standing.quote.exact : undefined;
}
