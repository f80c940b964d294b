import { useEffect, useRef } from 'preact/hooks';

/**
 * Calls back when Escape is pressed anywhere in a view and nothing else has meant it. What is half
 * written comes first, wherever the focus is: its form is led back to and has the key, as if it had
 * been pressed there.
 *
 * @param onEscape left out where the browser itself closes the view
 */
export function useEscape(onEscape?: () => void): void {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  useEffect(() => {
    // On the window: also where the focus was on something that has gone.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const form = document.querySelector('form[data-unsaved]');
      if (!form) return latest.current?.();
      event.preventDefault();
      form.querySelector<HTMLElement>('input, select, textarea')?.focus();
      form.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
