/** Elements that the sheet shows; of others, it could not be put in. */
const bySheet = new WeakSet<HTMLElement>();

/**
 * Has an element of the picker shown by Rung's sheet alone where the browser is Firefox. An update of
 * Rung destroys there what runs in a page, and a form that is open would stay with nobody to close
 * it; but the sheet goes, and with it the form.
 *
 * @param host has just come into the page
 */
export function showBySheet(host: HTMLElement): void {
  if (!import.meta.env.FIREFOX) return;
  host.style.setProperty('display', 'none', 'important');
  if (getComputedStyle(host).display !== 'none') bySheet.add(host);
}

/** What an element's own style is to say of its display. */
export function ownDisplay(host: HTMLElement): string {
  return bySheet.has(host) ? 'none' : 'block';
}
