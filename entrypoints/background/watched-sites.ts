import { browser } from 'wxt/browser';
import { showEvidence } from './page-evidence';

const SCRIPT_ID = 'watched-sites';

/** The editor, which has to be told before it loads that something will be drawn on it. */
const GOOGLE_DOCS = {
  origins: ['https://docs.google.com/*'],
  matches: ['https://docs.google.com/document/*'],
  scripts: ['docs-flag', 'docs-flag-id'],
};

/**
 * Keeps the list of pages that paint their evidence by themselves equal to the list of sites the
 * user has allowed: nowhere at first, one site at a time, and gone with the permission.
 */
export function watchAllowedSites(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void registerAllowed().then(() => showOn(origins));
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    void registerAllowed();
    void leave(origins);
  });
  // An update ends what runs in open pages.
  browser.runtime.onInstalled.addListener(() => void registerAllowed().then(showOn));
  browser.runtime.onStartup.addListener(() => void registerAllowed());
}

/** Pages that are open already, which no content script comes to by itself. */
async function showOn(origins: string[]): Promise<void> {
  if (origins.length === 0) return;
  // One that was put to sleep loads anew when it is woken, and gets its script then.
  for (const { id } of await browser.tabs.query({ url: origins, discarded: false })) {
    // All at once: one that hangs, or is closed meanwhile, must not keep the others waiting.
    if (id !== undefined) void showEvidence(id).catch(() => {});
  }
}

/** Pages that are open on sites that were taken back: what runs there shows nothing from now on. */
async function leave(origins: string[]): Promise<void> {
  const open = await Promise.all(
    // A site may have been allowed twice, by itself and with all others.
    origins.map((origin) => browser.permissions.contains({ origins: [origin] })),
  );
  const gone = origins.filter((_, at) => !open[at]);
  if (gone.length === 0) return;
  // Which tabs those are is no longer told, but a message reaches them all.
  for (const { id } of await browser.tabs.query({})) {
    const message = { to: 'tagger', type: 'taken-back', origins: gone } as const;
    if (id !== undefined) browser.tabs.sendMessage(id, message).catch(() => {});
  }
}

/** @returns the sites that are allowed now, as patterns */
async function registerAllowed(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  for (const id of [SCRIPT_ID, ...GOOGLE_DOCS.scripts]) {
    await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => undefined);
  }
  if (origins.length === 0) return [];
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      matches: origins,
      js: ['tagger.js'],
      allFrames: true,
      // Editors write in frames without an address of their own, which count as the page around.
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
  if (!(await browser.permissions.contains({ origins: GOOGLE_DOCS.origins }))) return origins;
  const { matches } = GOOGLE_DOCS;
  const common = { matches, runAt: 'document_start', persistAcrossSessions: true } as const;
  await browser.scripting.registerContentScripts([
    { ...common, id: 'docs-flag', js: ['docs-flag.js'], world: 'MAIN' },
    { ...common, id: 'docs-flag-id', js: ['docs-flag-id.js'] },
  ]);
  return origins;
}
