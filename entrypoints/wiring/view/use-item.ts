import { useEffect, useState } from 'preact/hooks';
import type { WxtStorageItem } from 'wxt/utils/storage';
import { storing } from '../../../data/evidence/failure';
import { useRefusal } from './use-refusal';

/**
 * A stored value, kept current from every view that changes it.
 *
 * @returns `undefined` until it is read, which takes a few milliseconds
 * @throws while rendering, where it cannot be read: see `Failsafe`
 */
export function useItem<T>(item: WxtStorageItem<T, Record<string, unknown>>): T | undefined {
  const [value, setValue] = useState<T>();
  const refuse = useRefusal();
  useEffect(() => {
    let current = true;
    let isTold = false;
    storing(() => item.getValue()).then(
      (stored) => {
        // What was read before a change may come after it.
        if (current && !isTold) setValue(() => stored);
      },
      (error) => {
        if (current) refuse(error);
      },
    );
    const unwatch = item.watch((stored) => {
      isTold = true;
      setValue(() => stored);
    });
    return () => {
      current = false;
      unwatch();
    };
  }, [item]);
  return value;
}
