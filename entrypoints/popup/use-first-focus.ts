import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Gives a field the keyboard once it is drawn, and again where the window gets it later and nothing in
 * it has it: a browser that is busy may show a popup after its page was drawn, and forget the field.
 */
export function useFirstFocus(field: RefObject<HTMLElement>): void {
  useEffect(() => {
    const take = () => {
      if (document.activeElement === document.body) field.current?.focus();
    };
    field.current?.focus();
    window.addEventListener('focus', take);
    return () => window.removeEventListener('focus', take);
  }, []);
}
