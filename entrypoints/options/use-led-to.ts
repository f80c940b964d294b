import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Brings a section into sight and the keyboard to its button, where the options were opened for it.
 *
 * @param place what the page's address names it by, such as `#restore`
 * @param button selector of the button, within the section
 */
export function useLedTo(place: string, section: RefObject<HTMLElement>, button: string): void {
  useEffect(() => {
    if (location.hash !== place) return;
    section.current?.scrollIntoView();
    section.current?.querySelector<HTMLElement>(button)?.focus();
  }, []);
}
