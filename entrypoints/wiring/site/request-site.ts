import { browser } from 'wxt/browser';

/**
 * Asks the user for a site. To be called from a click, before anything that waits.
 *
 * @param origin the site as a permission's pattern
 * @returns whether they agreed; `null` where the browser refused to ask, as it does where it counts
 *   no click
 */
export async function requestSite(origin: string): Promise<boolean | null> {
  try {
    return await browser.permissions.request({ origins: [origin] });
  } catch {
    return null;
  }
}
