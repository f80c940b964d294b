import { type Browser, browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { inTurn } from '../../data/in-turn';
import { isSiteAllowed } from '../wiring/site/site-permission';
import { showEvidence } from './page-evidence';
import { unheard } from './unheard';

const SCRIPT_ID = 'watched-sites';

/** The editor, which has to be told before it loads that something will be drawn on it. */
const GOOGLE_DOCS = {
  origins: ['https://docs.google.com/*'],
  matches: ['https://docs.google.com/document/*'],
  scripts: ['docs-flag', 'docs-flag-id'],
};

const ALL_SCRIPTS = [SCRIPT_ID, ...GOOGLE_DOCS.scripts];

/** In memory, until the browser is closed or Rung is switched off: whether it has begun since. */
const begunItem = storage.defineItem<boolean>('session:begun', { fallback: false });

/**
 * Keeps the list of pages that paint their evidence by themselves equal to the list of sites the
 * user has allowed: nowhere at first, one site at a time, and gone with the permission.
 */
export function watchAllowedSites(): void {
  // Nobody waits for any of this who could be told. What could not be registered is registered when
  // the browser is started again, or another site is allowed.
  browser.permissions.onAdded.addListener(({ origins = [] }) =>
    unheard(registerAllowed().finally(() => showOn(origins))),
  );
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    unheard(registerAllowed());
    unheard(leave(origins));
  });
  let isTold = false;
  browser.runtime.onInstalled.addListener(() => {
    isTold = true;
    // An update ends what runs in open pages.
    unheard(registerAllowed().then(showOn));
  });
  browser.runtime.onStartup.addListener(() => {
    isTold = true;
    unheard(registerAllowed());
  });
  // Nothing of the session may be kept; then open pages show theirs when they are loaded anew.
  unheard(switchedOn(() => isTold));
}

/**
 * Goes into open pages once Rung was switched off and on again, which ends what runs there, and which
 * the browser tells by nothing but what it has forgotten.
 *
 * @param isTold whether the browser told why Rung begins: it starts itself, and its pages get their
 *   script as they load, or Rung was updated, and is in them already
 */
async function switchedOn(isTold: () => boolean): Promise<void> {
  if (await begunItem.getValue()) return;
  await begunItem.setValue(true);
  const allowed = await registerAllowed();
  if (!isTold()) await showOn(allowed);
}

/** Pages that are open already, which no content script comes to by itself. */
async function showOn(origins: string[]): Promise<void> {
  if (origins.length === 0) return;
  // One that was put to sleep loads anew when it is woken, and gets its script then.
  for (const { id } of await browser.tabs.query({ url: origins, discarded: false })) {
    // All at once: one that hangs, or is closed meanwhile, must not keep the others waiting.
    if (id !== undefined) unheard(showEvidence(id));
  }
}

/** Pages that are open on sites that were taken back: what runs there shows nothing from now on. */
async function leave(origins: string[]): Promise<void> {
  // A site may have been allowed twice, by itself and with all others.
  const open = await Promise.all(origins.map(isSiteAllowed));
  const gone = origins.filter((_, at) => open[at] !== true);
  if (gone.length === 0) return;
  const { origins: allowed = [] } = await browser.permissions.getAll();
  // Which tabs those are is no longer told, but a message reaches them all.
  for (const { id } of await browser.tabs.query({})) {
    const message = { to: 'tagger', type: 'taken-back', origins: gone, allowed } as const;
    // In most of them nobody listens.
    if (id !== undefined) unheard(browser.tabs.sendMessage(id, message));
  }
}

type Script = Browser.scripting.RegisteredContentScript;

/**
 * Registers what is allowed now, one call after the other: two at a time would register the same
 * script twice, or the older list last.
 *
 * @returns the sites that are allowed now, as patterns
 */
function registerAllowed(): Promise<string[]> {
  return inTurn('watched-sites', register);
}

async function register(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const scripts = await scriptsFor(origins);
  const wanted = scripts.map(({ id }) => id);
  const there = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const isThere = ({ id }: Script) => there.includes(id);
  // Changed in place, so that no page is without while the background is stopped half-way.
  const kept = scripts.filter(isThere);
  const added = scripts.filter((one) => !isThere(one));
  const gone = there.filter((id) => ALL_SCRIPTS.includes(id) && !wanted.includes(id));
  if (kept.length > 0) await browser.scripting.updateContentScripts(kept);
  if (added.length > 0) await browser.scripting.registerContentScripts(added);
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  return origins;
}

/** What is to run by itself where these sites are allowed. */
async function scriptsFor(origins: string[]): Promise<Script[]> {
  if (origins.length === 0) return [];
  const tagger: Script = {
    id: SCRIPT_ID,
    matches: origins,
    js: ['tagger.js'],
    allFrames: true,
    // Editors write in frames without an address of their own, which count as the page around.
    matchOriginAsFallback: true,
    runAt: 'document_idle',
    persistAcrossSessions: true,
  };
  if (!(await browser.permissions.contains({ origins: GOOGLE_DOCS.origins }))) return [tagger];
  const { matches } = GOOGLE_DOCS;
  const common = { matches, runAt: 'document_start', persistAcrossSessions: true } as const;
  return [
    tagger,
    { ...common, id: 'docs-flag', js: ['docs-flag.js'], world: 'MAIN' },
    { ...common, id: 'docs-flag-id', js: ['docs-flag-id.js'] },
  ];
}
