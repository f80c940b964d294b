import { useEffect, useRef } from 'preact/hooks';
import { isEditing } from '../../../components/common/arrow-stops';

/** Calls back when `?` is pressed anywhere in a view where it is not a character of a text. */
export function useHelpKey(onKeys: () => void): void {
  const latest = useRef(onKeys);
  latest.current = onKeys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.defaultPrevented || isText(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** A search field that is still empty is where a view begins, and not yet a text. */
function isText(target: EventTarget | null): boolean {
  if (!isEditing(target)) return false;
  return !(target instanceof HTMLInputElement && target.type === 'search' && target.value === '');
}
