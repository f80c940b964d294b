import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { allLadders } from '../../data/library';
import { placeHash } from '../../data/panel-place';
import { createLadderSearch, type SearchResult } from '../../data/search';
import { ownFirst } from '../../data/search/own-first';
import { settingsItem } from '../../data/settings';
import { oneLine, queryForDisplay } from '../../data/text';
import { openPanel, setPlace } from '../wiring/view/panel';
import { nothingWords } from '../wiring/words/nothing-words';
import { unheard } from './unheard';

/** How many sub-skills the address bar lists. */
const LISTED = 5;

/** What stands behind the keyword now. */
let latest: string | undefined;

/**
 * The best sub-skills for what stands behind the keyword in the address bar; `null` where something
 * else stands there meanwhile. Chromium reads what it is given in a process of its own each time: an
 * answer to each of seven letters kept a busy machine at it for seconds, and no list came at all.
 *
 * @param listsBest whether the best stands in the list too: Firefox leaves the first line as it was
 *   while one types fast, and it would be nowhere
 */
export async function suggest(
  text: string,
  listsBest: boolean = import.meta.env.FIREFOX,
): Promise<Browser.omnibox.SuggestResult[] | null> {
  latest = text;
  const { results, nearest } = await find(text);
  if (latest !== text) return null;
  const [best, ...others] = results;
  // Lines without a first one are better than none.
  await setFirstLine(firstLineFor(text, best)).catch(() => undefined);
  if (latest !== text) return null;
  // The first line stands for the best result. Chromium draws it anew only with others below it.
  const below = listsBest ? results : others;
  const listed = below.length > 0 ? below : best ? [best] : nearest;
  const lines = listed.map((result) => ({
    content: placeOfResult(result),
    description: asDescription(
      [result.subSkill.name, result.skillArea.name, result.ladder.name].join(' · '),
    ),
  }));
  const overview = {
    content: placeHash('ladder'),
    description: asDescription(i18n.t('omnibox.overview')),
  };
  return lines.length > 0 ? lines : [overview];
}

/** Resolves once it can be drawn: it is to come with the lines below it. */
async function setFirstLine(words: string): Promise<void> {
  await browser.omnibox.setDefaultSuggestion({ description: asDescription(words) });
}

function firstLineFor(text: string, best: SearchResult | undefined): string {
  if (best) return i18n.t('omnibox.open', [best.subSkill.name]);
  const wanted = queryForDisplay(text);
  return wanted === '' ? i18n.t('omnibox.hint') : nothingWords(wanted);
}

const placeOfResult = ({ ladder, subSkill }: SearchResult) =>
  placeHash('ladder', ladder.id, subSkill.id);

/**
 * Opens the panel at the chosen sub-skill. Where the browser does not count Enter in the address
 * bar as a gesture, the same view opens in a tab instead.
 *
 * @param where in which tab: the one in front, unless Alt was held
 * @throws where the tab has gone
 */
export async function enterSuggestion(
  text: string,
  where: `${Browser.omnibox.OnInputEnteredDisposition}` = 'currentTab',
): Promise<void> {
  const opening = openPanel(undefined);
  const hash = text.startsWith('#/') ? text : await hashOfBest(text);
  endSession();
  // A panel that opens where it was is better than none.
  await leaveWord(hash).catch(() => undefined);
  if (await opening) return;
  const url = browser.runtime.getURL('/sidepanel.html') + hash;
  if (where === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' });
}

async function leaveWord(hash: string): Promise<void> {
  const { id } = await browser.windows.getLastFocused();
  await setPlace(hash, id);
}

/**
 * Where nothing matches, the panel says so beside what comes near; where what is stored cannot be
 * read, it says that, and how to try again.
 */
async function hashOfBest(text: string): Promise<string> {
  if (text.trim() === '') return placeHash('ladder');
  const found = await find(text).catch(() => null);
  const best = found?.results[0];
  return best ? placeOfResult(best) : placeHash('search', text);
}

/** Made when the keyword is typed, used for each letter after it, and forgotten with the line. */
let session: Promise<(text: string) => Found> | undefined;

interface Found {
  readonly results: readonly SearchResult[];
  /** What comes near, where there are none. */
  readonly nearest: readonly SearchResult[];
}

/** Makes the search ahead: typing in the address bar has begun. */
export function startSession(): void {
  // A hint that is not drawn keeps nobody from typing.
  unheard(setFirstLine(i18n.t('omnibox.hint')));
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

async function find(text: string): Promise<Found> {
  if (!session) startSession();
  return (await session)?.(text) ?? { results: [], nearest: [] };
}

async function makeSearch(): Promise<(text: string) => Found> {
  const [ladders, { ladder, level }] = await Promise.all([allLadders(), settingsItem.getValue()]);
  const search = createLadderSearch(ladders);
  await search.prepare();
  const everywhere = {
    limit: LISTED,
    ...(ladder && level ? { myLevel: { ladder, level } } : {}),
  };
  const resultsOf = (text: string) => {
    if (!ladder) return search.search(text, everywhere);
    const { levels } = search.read(text, everywhere);
    const ask = (where: object) => () => search.search(text, { ...everywhere, ...where });
    return ownFirst(levels, ladder, ask({ ladder }), ask({})).results;
  };
  return (text) => {
    const results = resultsOf(text);
    return { results, nearest: results.length > 0 ? [] : search.nearest(text).slice(0, LISTED) };
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
