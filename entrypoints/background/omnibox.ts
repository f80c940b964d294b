import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { allLadders } from '../../data/library';
import { placeHash } from '../../data/place';
import { createLadderSearch, type SearchResult } from '../../data/search';
import { settingsItem } from '../../data/settings';
import { oneLine } from '../../data/text';
import { openPanel, setPlace } from '../wiring/view/panel';

/** How many sub-skills the address bar lists. */
const LISTED = 5;

/** The best sub-skills for what stands behind the keyword in the address bar. */
export async function suggest(text: string): Promise<Browser.omnibox.SuggestResult[]> {
  const results = await find(text);
  browser.omnibox.setDefaultSuggestion({
    description: asDescription(
      results[0] ? i18n.t('omnibox.open', [results[0].subSkill.name]) : i18n.t('omnibox.hint'),
    ),
  });
  // The first line of the list is the default suggestion, which stands for the best result.
  return results.slice(1).map((result) => ({
    content: placeHash('ladder', result.ladder.id, result.subSkill.id),
    description: asDescription(
      [result.subSkill.name, result.skillArea.name, result.ladder.name].join(' · '),
    ),
  }));
}

/**
 * Opens the panel at the chosen sub-skill. Where the browser does not count Enter in the address
 * bar as a gesture, the same view opens in the tab instead.
 */
export async function enterSuggestion(text: string): Promise<void> {
  const opening = openPanel(undefined);
  const hash = text.startsWith('#/') ? text : await hashOfBest(text);
  const { id } = await browser.windows.getLastFocused();
  await setPlace(hash, id);
  endSession();
  if (await opening) return;
  await browser.tabs.update({ url: browser.runtime.getURL('/sidepanel.html') + hash });
}

async function hashOfBest(text: string): Promise<string> {
  const [best] = await find(text);
  return best ? placeHash('ladder', best.ladder.id, best.subSkill.id) : '';
}

/** Made when the keyword is typed, used for each letter after it, and forgotten with the line. */
let session: Promise<(text: string) => SearchResult[]> | undefined;

/** Makes the search ahead: typing in the address bar has begun. */
export function startSession(): void {
  const begun = makeSearch();
  session = begun;
  // The next letter tries again.
  begun.catch(() => {
    if (session === begun) session = undefined;
  });
}

/** Lets go of the search that typing in the address bar began. */
export function endSession(): void {
  session = undefined;
}

async function find(text: string): Promise<SearchResult[]> {
  if (!session) startSession();
  return (await session)?.(text) ?? [];
}

async function makeSearch(): Promise<(text: string) => SearchResult[]> {
  const [ladders, { ladder, level }] = await Promise.all([allLadders(), settingsItem.getValue()]);
  const search = createLadderSearch(ladders);
  await search.prepare();
  const everywhere = {
    limit: LISTED,
    ...(ladder && level ? { myLevel: { ladder, level } } : {}),
  };
  if (!ladder) return (text) => search.search(text, everywhere);
  return (text) => {
    // As in the popup: other ladders only where the user's own has nothing to say, or has not the
    // level that is named.
    const { levels } = search.read(text, everywhere);
    const onOwn = levels.length === 0 || levels.some((one) => one.ladder.id === ladder);
    const own = onOwn ? search.search(text, { ...everywhere, ladder }) : [];
    return own.length > 0 ? own : search.search(text, everywhere);
  };
}

/**
 * A text as a description. Chromium reads those as XML and drops the whole list over one stray
 * ampersand, or one sign that XML does not know; Firefox shows them as they are.
 */
function asDescription(text: string): string {
  const shown = oneLine(text).replace(/[\ufffe\uffff]/g, '');
  if (import.meta.env.FIREFOX) return shown;
  return shown.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
