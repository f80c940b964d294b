import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FLAG_ASK, FLAG_TELL } from './tagger/surfaces/google-docs/flag-events';
import { RECTANGLES_FLAG } from './tagger/surfaces/google-docs/names';

/**
 * Runs in the page's own world before its scripts do, on Google Docs where the user allowed it:
 * tells the page to lay rectangles over its text, without which nothing can be drawn there. Here
 * an extension does not know its own id; `docs-flag-id.ts` tells it.
 */
export default defineUnlistedScript({
  globalName: false,
  main() {
    const page = window as unknown as Record<string, unknown>;
    document.addEventListener(
      FLAG_TELL,
      (event) => {
        // Another extension that was there first has the page's rectangles laid out already.
        page[RECTANGLES_FLAG] ??= String((event as CustomEvent).detail);
      },
      { once: true },
    );
    document.dispatchEvent(new Event(FLAG_ASK));
  },
});
