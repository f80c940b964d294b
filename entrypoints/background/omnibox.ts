import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { allLadders } from '../../data/library';
import { placeHash } from '../../data/place';
import { createLadderSearch } from '../../data/search';
import { settingsItem } from '../../data/settings';
import { openPanel, setPlace } from '../wiring/panel';

/** How many sub-skills the address bar lists. */
const LISTED = 5;

/** The best sub-skills for what stands behind the keyword in the address bar. */
export async function suggest(text: string): Promise<Browser.omnibox.SuggestResult[]> {
  const results = await find(text);
  browser.omnibox.setDefaultSuggestion({
    description: asXml(
      results[0] ? i18n.t('omnibox.open', [results[0].subSkill.name]) : i18n.t('omnibox.hint'),
    ),
  });
  return results.map((result) => ({
    content: placeHash('ladder', result.ladder.id, result.subSkill.id),
    description: asXml(
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
  await setPlace(hash);
  if (await opening) return;
  await browser.tabs.update({ url: browser.runtime.getURL('/sidepanel.html') + hash });
}

async function hashOfBest(text: string): Promise<string> {
  const [best] = await find(text);
  return best ? placeHash('ladder', best.ladder.id, best.subSkill.id) : '';
}

async function find(text: string) {
  const [ladders, settings] = await Promise.all([allLadders(), settingsItem.getValue()]);
  const { ladder, level } = settings;
  const myLevel = ladder && level ? { ladder, level } : undefined;
  return createLadderSearch(ladders).search(text, {
    limit: LISTED,
    ...(ladder ? { ladder } : {}),
    ...(myLevel ? { myLevel } : {}),
  });
}

// Chromium reads descriptions as XML and drops the whole list over one stray ampersand.
const asXml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
