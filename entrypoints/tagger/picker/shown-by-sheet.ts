import { PICKER_CLASS } from '../painting/names';

/**
 * Has an element of the picker shown by Rung's sheet alone where the browser is Firefox. An update of
 * Rung destroys there what runs in a page, and a form that is open would stay with nobody to close
 * it; but the sheet goes, and with it the form.
 *
 * @param host stands in the page already
 */
export function shownBySheet(host: HTMLElement): void {
  if (!import.meta.env.FIREFOX) return;
  host.style.setProperty('display', 'none', 'important');
  // Where the sheet could not be put in, the picker is worth more than that.
  if (getComputedStyle(host).display === 'none') host.style.removeProperty('display');
}

/** Takes away what a version before an update has left in the page. */
export function removeLeftPickers(): void {
  for (const left of [...document.getElementsByClassName(PICKER_CLASS)]) left.remove();
}
