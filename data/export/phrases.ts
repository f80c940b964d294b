import type { Evidence } from '../evidence/record';
import type { Level } from '../ladder/schema';
import { oneLine } from '../text';
import type { Expectation, LevelGroup } from './group';
import { safeLink } from './safe-link';
import { type ExportWords, fill } from './words';

/**
 * A level's name and title, "PM3, Senior Product Manager"; its id where it is not known, and words
 * for that where there is none, as in evidence that was imported.
 */
export function levelLabel(
  { level, levelId }: Pick<LevelGroup, 'level' | 'levelId'>,
  { noLevel }: Pick<ExportWords, 'noLevel'>,
): string {
  if (!level) return oneLine(levelId) || noLevel;
  return oneLine(level.name === level.title ? level.name : `${level.name}, ${level.title}`);
}

/** An expectation on one line, with its dimension and where it is carried over from. */
export function expectationLine(
  { dimension, statement, from, unstated }: Expectation,
  words: OriginWords,
): string {
  const origin = from ? ` (${originOf(from, unstated, words)})` : '';
  return oneLine(`${dimension ? `${dimension}: ` : ''}${statement}${origin}`);
}

/** What is said of where an expectation comes from. */
export type OriginWords = Pick<ExportWords, 'carriedOver' | 'unstated'>;

/** From which lower level an expectation comes, and whether it still holds or was only said last. */
export function originOf(from: Level, unstated: boolean, words: OriginWords): string {
  return fill(unstated ? words.unstated : words.carriedOver, 'level', from.name);
}

/** What stands in for the document: its title, and where a link to it leads, if it may be one. */
export function sourceOf({ target }: Evidence): { title: string; href: string | undefined } {
  const href = safeLink(target.source);
  // A link leaves out the password that an address may hold; its words have to as well.
  return { title: oneLine(target.title) || href || oneLine(target.source), href };
}

/** The ids evidence was tagged with, all that is known of a sub-skill that is not there; `''` where it has none. */
export function idsOf({ ladder, subSkill, level }: Evidence): string {
  return [ladder, subSkill, level].map(oneLine).filter(Boolean).join(' / ');
}
