/**
 * Keeps an element of ours out of what the page prints: a print is for others, and what is tagged is
 * nobody's business there.
 *
 * @param signal lets it go
 */
export function notPrinted(element: HTMLElement, signal: AbortSignal): void {
  let display: string | undefined;
  // What the page says of printing may not be so, and would take the picker from the user.
  const hide = ({ isTrusted }: Event) => {
    if (!isTrusted || display !== undefined) return;
    display = element.style.display;
    element.style.setProperty('display', 'none', 'important');
  };
  const showAgain = ({ isTrusted }: Event) => {
    if (!isTrusted || display === undefined) return;
    element.style.setProperty('display', display, 'important');
    display = undefined;
  };
  addEventListener('beforeprint', hide, { signal, capture: true });
  addEventListener('afterprint', showAgain, { signal, capture: true });
}
