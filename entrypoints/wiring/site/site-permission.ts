import { browser } from 'wxt/browser';
import { patternOf } from '../../../data/site-pattern';

/**
 * Whether the user has allowed a site.
 *
 * @param origin the site as a permission's pattern
 * @returns `null` where it cannot be allowed: not every host that an address can have, such as one
 *   of IPv6, is one that a pattern can name
 */
export async function isSiteAllowed(origin: string): Promise<boolean | null> {
  try {
    return await browser.permissions.contains({ origins: [origin] });
  } catch {
    return null;
  }
}

/** Whether the user has allowed the site of an address. */
export async function isAddressAllowed(address: string): Promise<boolean> {
  const pattern = patternOf(address);
  return pattern !== undefined && (await isSiteAllowed(pattern)) === true;
}

/**
 * Takes a site back from Rung.
 *
 * @param origin the site as a permission's pattern
 * @returns whether Rung is out of it; false where the browser lets it into all sites, or refused
 */
export async function takeBackSite(origin: string): Promise<boolean> {
  await browser.permissions.remove({ origins: [origin] }).catch(() => false);
  return (await isSiteAllowed(origin)) !== true;
}
