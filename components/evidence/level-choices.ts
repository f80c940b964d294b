import { i18n } from '#i18n';
import type { Evidence } from '../../data/evidence';
import type { Ladder } from '../../data/ladder';

/** The levels to choose from: the ladder's, and the one the evidence has where it has no such. */
export function levelChoices(ladders: readonly Ladder[], ladderId: string, before: Evidence) {
  const levels = ladders.find((one) => one.id === ladderId)?.levels ?? [];
  if (ladderId !== before.ladder || levels.some(({ id }) => id === before.level)) return levels;
  const unknown = { id: before.level, name: i18n.t('evidence.unknownLevel', [before.level]) };
  return [unknown, ...levels];
}
