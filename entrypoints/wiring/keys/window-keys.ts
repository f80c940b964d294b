import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from '../../../components/common/keys';

/** A space presses what has the focus, and the question mark lists the keys. */
const NOT_TEXT = new Set([' ', '?']);

/** Whether a key press away from any field is the beginning of what is searched for. */
export function isSearchText(event: KeyboardEvent): boolean {
  return isTyping(event) && !NOT_TEXT.has(event.key);
}

/** Calls back with every key that is pressed in a view, for as long as it is shown. */
export function useWindowKeys(onKeyDown: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKeyDown);
  latest.current = onKeyDown;
  useEffect(() => {
    // On the window: also where the focus is on nothing, or was on something that has gone.
    const listener = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
