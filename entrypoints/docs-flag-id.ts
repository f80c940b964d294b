import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FLAG_ASK, FLAG_TELL } from './tagger/surfaces/google-docs/flag-events';

interface Extension {
  readonly runtime: { readonly id: string };
}

/** As the browser itself has it: all that is packed around that would be read for one id. */
const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };

/** Tells `docs-flag.ts`, which runs in the page's own world, the extension's id. */
export default defineUnlistedScript(() => {
  const detail = (browser ?? chrome)?.runtime.id;
  const tell = () => {
    document.dispatchEvent(new CustomEvent(FLAG_TELL, { detail }));
  };
  document.addEventListener(FLAG_ASK, tell, { once: true });
  tell();
});
