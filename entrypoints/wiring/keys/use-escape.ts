import { useWindowKeys } from './window-keys';

/**
 * Calls back when Escape is pressed anywhere in a view and nothing else has meant it. What is half
 * written comes first, wherever the focus is: its form is led back to and has the key, as if it had
 * been pressed there.
 *
 * @param onEscape left out where the browser itself closes the view
 */
export function useEscape(onEscape?: () => void): void {
  useWindowKeys((event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    const form = document.querySelector('form[data-unsaved]');
    if (!form) return onEscape?.();
    event.preventDefault();
    form.querySelector<HTMLElement>('input, select, textarea')?.focus();
    form.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
  });
}
