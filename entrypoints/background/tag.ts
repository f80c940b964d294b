import { type Browser, browser } from 'wxt/browser';
import { documentKey } from '../../data/document-key';
import type { BackgroundMessage } from '../wiring/messages/background';
import type { PanelQuestion } from '../wiring/messages/panel';
import type { PickerRequest } from '../wiring/messages/picker';
import type { Box, Probe, ReadReply, Unreached } from '../wiring/messages/reading';
import { isSiteAllowed } from '../wiring/site/site-permission';
import { ask } from './ask';
import { reach } from './inject';
import { refuseInPopup } from './refuse';
import { TOP } from './top-frame';
import { noteWritten } from './written';

/**
 * The gesture "tag what is selected": finds the frame that holds the selection, reads it there,
 * and shows the picker in the top frame; or has the side panel do it, where that has the keyboard.
 * Every way this can end tells the user something. Never rejects.
 */
export async function tagSelection(tab: Browser.tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  try {
    const unreached = await tagIn(tab, tab.id);
    if (unreached) await refuseInPopup(tab, unreached);
  } catch {
    // The tab has gone meanwhile, and with it whoever asked.
  }
}

async function tagIn(tab: Browser.tabs.Tab, tabId: number): Promise<Unreached | null> {
  const source = await findSelection(tabId);
  if (typeof source === 'string') return source;
  // The browsers leave the keyboard there, and a picker in the page would have to do without.
  if (!source.isFocused && (await tagInPanel())) return null;
  return tagFrom(tab, tabId, source);
}

/** Whether a panel has the keyboard, and tags what is selected. */
async function tagInPanel(): Promise<boolean> {
  const question: PanelQuestion = { to: 'panel', type: 'tag' };
  // Where no panel is open, nobody answers.
  return (await browser.runtime.sendMessage(question).catch(() => false)) === true;
}

/** Shows the picker for what is read, or why there is nothing; gives why the page shows neither. */
async function tagFrom(
  tab: Browser.tabs.Tab,
  tabId: number,
  source: Source,
): Promise<Unreached | null> {
  const reply = await readIn(tab, source);
  if (reply.ok) return show(tabId, { view: 'tag', draft: reply.draft }, reply.box);
  const { why, site, here } = reply;
  if (here) return show(tabId, { view: 'evidence', ids: here.ids, byKey: true }, here.box);
  return show(tabId, { view: 'refused', why, ...(site && { site }) }, null);
}

/** Gives why the page does not show it; `null` where it does. */
async function show(
  tabId: number,
  request: PickerRequest,
  box: Box | null,
): Promise<Unreached | null> {
  const isShown = await ask(tabId, TOP, { to: 'tagger', type: 'show', request, box });
  return isShown ? null : 'no-answer';
}

/** How often, and after how many milliseconds each time, the keyboard is looked for. */
const RETURNS = 10;
const RETURN_MS = 100;

/**
 * Tags what is selected once the picker, which had the keyboard, has gone: only a moment later does
 * the frame have it back.
 */
export async function tagAgain(tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  for (let left = RETURNS; left > 0; left--) {
    const source = await findSelection(tab.id);
    if (typeof source !== 'string' && !source.probe.unreachable) break;
    await new Promise((resolve) => setTimeout(resolve, RETURN_MS));
  }
  await tagSelection(tab);
}

/**
 * The same from the button in the popup, which says itself why nothing came of the page.
 *
 * @returns why; `null` where the page shows the picker
 */
export async function tagFromPopup(tab: Browser.tabs.Tab): Promise<Unreached | null> {
  if (tab.id === undefined) return 'no-access';
  const source = await findSelection(tab.id);
  return typeof source === 'string' ? source : tagFrom(tab, tab.id, source);
}

/** The selection in a tab, without showing anything; `null` where the page lets nobody in. */
export async function readSelection(tab: Browser.tabs.Tab): Promise<ReadReply | null> {
  if (tab.id === undefined) return null;
  const source = await findSelection(tab.id);
  if (source === 'no-access') return null;
  return source === 'no-answer' ? { ok: false, why: source } : readIn(tab, source);
}

async function findSelection(tabId: number): Promise<Found | Unreached> {
  const frames = await reach(tabId);
  if (typeof frames === 'string') return frames;
  // The picker is shown in the top frame, wherever the selection is.
  if (!frames.some(({ frameId }) => frameId === TOP)) return 'no-access';

  const probes = await Promise.all(
    frames.map(async ({ frameId }) => ({
      frameId,
      probe: await ask(tabId, frameId, { to: 'tagger', type: 'probe' }),
    })),
  );
  const top = probes.find(({ frameId }) => frameId === TOP);
  if (top?.probe?.takesPicker === false) return 'no-access';
  const source = chooseFrame(probes);
  if (!source) return 'no-answer';
  return { ...source, isFocused: probes.some(({ probe }) => probe?.focused) };
}

/** How often a page is read that changes its address meanwhile. */
const MOST_READINGS = 3;

async function readIn(tab: Browser.tabs.Tab, { frameId, probe }: Source): Promise<ReadReply> {
  // What is selected around a closed frame is not what the user means inside it.
  if (probe.unreachable) {
    const site = await notAllowed(probe.closedSite);
    return { ok: false, why: probe.unreachable, ...(site && { site }) };
  }
  const { id = -1 } = tab;
  const shortcuts = await shortcutsNow();
  // A gesture opens a tab's address a moment late, as it does the page; by now the page is open.
  let { url: source, title = '' } = await browser.tabs.get(id);
  for (let times = MOST_READINGS; source && times > 0; times--) {
    const reply = await ask(id, frameId, { to: 'tagger', type: 'read', source, title, shortcuts });
    if (!reply?.ok) return reply ?? { ok: false, why: 'no-answer' };
    const now = await browser.tabs.get(id);
    if (now.url && documentKey(now.url) === documentKey(source)) {
      const since = reply.writtenSince;
      if (since !== undefined) await noteWritten({ tabId: id, address: source, since });
      return reply;
    }
    // The page became another while it was read: what is in the one may not be filed under the other.
    ({ url: source, title = '' } = now);
  }
  return { ok: false, why: source ? 'no-answer' : 'no-access' };
}

/** Rung's shortcuts, as the user may have changed them; one that has no keys is left out. */
async function shortcutsNow(): Promise<string[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ shortcut }) => (shortcut ? [shortcut] : []));
}

/** Shows, beside a painted passage, the evidence that stands there. */
export async function showHover(
  tab: Browser.tabs.Tab | undefined,
  { ids, box, near, still }: Extract<BackgroundMessage, { type: 'hover' }>,
): Promise<void> {
  if (tab?.id === undefined) return;
  const request = { view: 'evidence', ids, ...(still && { still }) } as const;
  await ask(tab.id, TOP, { to: 'tagger', type: 'show', request, box, near });
}

/** A site, where allowing it would make a difference. */
async function notAllowed(site: string | undefined): Promise<string | undefined> {
  return site && (await isSiteAllowed(site)) === false ? site : undefined;
}

interface Answer {
  readonly frameId: number;
  readonly probe: Probe | undefined;
}

interface Source {
  readonly frameId: number;
  readonly probe: Probe;
}

interface Found extends Source {
  /** Whether any frame of the page has the keyboard. */
  readonly isFocused: boolean;
}

/**
 * The frame to read: the one with the focus and a selection; else one whose user is in something
 * that nobody can look into, the innermost such one; else, as a click into the side panel takes the
 * focus away, the one the user was in last, if it has a selection, or any that has; else the one with
 * the focus; else the top frame.
 */
export function chooseFrame(answers: readonly Answer[]): Source | undefined {
  const known = answers.flatMap(({ frameId, probe }) => (probe ? [{ frameId, probe }] : []));
  const focused = known.filter(({ probe }) => probe.focused);
  // A frame that another cannot look into may answer for itself, where its site is allowed.
  const open = focused.filter(({ probe }) => !probe.unreachable);
  return (
    open.find(({ probe }) => probe.hasSelection) ??
    // Frames come after those they are in.
    (open.length === 0 ? focused.at(-1) : undefined) ??
    known.find(({ probe }) => probe.hasSelection && probe.isUserHere) ??
    known.find(({ probe }) => probe.hasSelection) ??
    open[0] ??
    known.find(({ probe }) => probe.isTop)
  );
}
