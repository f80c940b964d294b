import { browser } from 'wxt/browser';

const SCRIPT_ID = 'watched-sites';

/**
 * Keeps the list of pages that paint their evidence by themselves equal to the list of sites the
 * user has allowed: nowhere at first, one site at a time, and gone with the permission.
 */
export function watchAllowedSites(): void {
  browser.permissions.onAdded.addListener(() => void registerAllowed());
  browser.permissions.onRemoved.addListener(() => void registerAllowed());
  browser.runtime.onInstalled.addListener(() => void registerAllowed());
  browser.runtime.onStartup.addListener(() => void registerAllowed());
}

async function registerAllowed(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] }).catch(() => undefined);
  if (origins.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      matches: origins,
      js: ['tagger.js'],
      css: ['assets/highlights.css'],
      allFrames: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}
