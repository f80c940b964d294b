import { useEffect, useState } from 'preact/hooks';
import type { WxtStorageItem } from 'wxt/utils/storage';

/**
 * A stored value, kept current from every surface that changes it.
 *
 * @returns `undefined` until it is read, which takes a few milliseconds
 */
export function useItem<T>(item: WxtStorageItem<T, Record<string, unknown>>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let current = true;
    void item.getValue().then((stored) => {
      if (current) setValue(() => stored);
    });
    const unwatch = item.watch((stored) => setValue(() => stored));
    return () => {
      current = false;
      unwatch();
    };
  }, [item]);
  return value;
}
