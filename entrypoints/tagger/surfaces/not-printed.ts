/**
 * Keeps an element of ours out of what the page prints: a print is for others, and what is tagged is
 * nobody's business there.
 *
 * @param signal lets it go
 */
export function notPrinted(element: HTMLElement, signal: AbortSignal): void {
  let display = '';
  const hide = () => {
    display = element.style.display;
    element.style.setProperty('display', 'none', 'important');
  };
  const showAgain = () => element.style.setProperty('display', display, 'important');
  addEventListener('beforeprint', hide, { signal, capture: true });
  addEventListener('afterprint', showAgain, { signal, capture: true });
}
