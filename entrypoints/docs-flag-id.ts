import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FLAG_ASK, FLAG_TELL } from './tagger/surfaces/google-docs/flag-events';

/** Tells `docs-flag.ts`, which runs in the page's own world, the extension's id. */
export default defineUnlistedScript(() => {
  const tell = () => {
    document.dispatchEvent(new CustomEvent(FLAG_TELL, { detail: browser.runtime.id }));
  };
  document.addEventListener(FLAG_ASK, tell, { once: true });
  tell();
});
