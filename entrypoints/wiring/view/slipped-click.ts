/** What answers a click by itself. */
const CONTROL = 'a, button, input, label, select, summary, textarea';

/**
 * Ignores the second click of a double click where something else has come under the pointer since the
 * first: whoever double-clicks "Delete" would delete the next piece too. The keyboard stays where the
 * first click has led it.
 */
export function ignoreSlippedClicks(page: Document): void {
  let first: Element | null = null;
  let isSlipped = false;
  page.addEventListener(
    'mousedown',
    (event) => {
      const control = (event.target as Element).closest(CONTROL);
      isSlipped = event.detail > 1 && control !== first;
      if (isSlipped) event.preventDefault();
      else first = control;
    },
    true,
  );
  page.addEventListener(
    'click',
    (event) => {
      if (!isSlipped || event.detail <= 1) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
}
