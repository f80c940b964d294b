import { tabbable } from 'tabbable';
import { useWindowKeys } from '../wiring/keys/window-keys';

/**
 * Leads Tab round and round through the picker, as the ARIA Authoring Practices Guide has it for
 * dialogs. Around it lie the browser's toolbar and the page, and of the page the picker would take the
 * keyboard back to none of its fields. Escape leads out.
 */
export function useTabWithin(): void {
  useWindowKeys((event) => {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
    if (key !== 'Tab' || event.defaultPrevented || ctrlKey || altKey || metaKey) return;
    const stops = tabbable(document.querySelector('dialog[open]') ?? document.body);
    if (shiftKey) stops.reverse();
    if (document.activeElement !== stops.at(-1)) return;
    event.preventDefault();
    stops[0]?.focus();
  });
}
