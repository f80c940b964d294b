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
    storing(() => item.getValue()).then(
      (stored) => {
        if (current) setValue(() => stored);
      },
      (error) => {
        if (current) refuse(error);
      },
    );
    const unwatch = item.watch((stored) => setValue(() => stored));
    return () => {
      current = false;
      unwatch();
    };
  }, [item]);
  return value;
}
