import { browser } from 'wxt/browser';

/** Where in the options a backup is restored. */
export const RESTORE = '#restore';

/** Where in the options a company's own ladder is imported. */
export const IMPORT = '#import';

/** Where the options ask for a site. @param site as a permission's pattern */
export const askingFor = (site: string) => `#allow=${encodeURIComponent(site)}`;

/** The site that a place in the options asks for; `null` where it asks for none. */
export const askedIn = (hash: string) => new URLSearchParams(hash.slice(1)).get('allow');

/**
 * Opens the options.
 *
 * @param hash a place in them
 */
export async function openOptions(hash = ''): Promise<void> {
  const runtime: Partial<typeof browser.runtime> = browser.runtime;
  // In a page's frame Firefox offers no such thing, nor tabs; the background has both.
  if (hash === '' && runtime.openOptionsPage) await runtime.openOptionsPage();
  else await browser.runtime.sendMessage({ to: 'background', type: 'open-options', hash });
}
