import { findLevel, type Ladder } from '../ladder';
import type { Settings } from '../settings';

/** Settings of a backup that differ from those here: only the user can say which to use. */
export interface OfferedSettings {
  readonly change: Partial<Settings>;
  /** The names of the ladder and level that come with it, where these do. */
  readonly standing: { readonly ladder: string; readonly level: string } | null;
  /** Whether the review period comes with it. */
  readonly period: boolean;
}

/**
 * Which settings of a backup are taken over: before the first run is answered, all it has; after
 * that, the review period and the export choices, where there are none here. What is empty in it
 * changes nothing. Any others are offered, a ladder and level only if they are known. Different
 * export choices are not: those here were made with a click, and are not worth a question.
 *
 * @param ladders every ladder there is once the backup is restored
 */
export function takeSettings(
  here: Settings,
  inBackup: Partial<Settings>,
  ladders: readonly Ladder[],
): { readonly taken: Partial<Settings>; readonly offered: OfferedSettings | null } {
  const period = periodIn(inBackup);
  if (here.ladder === null) {
    const all = { ...standingIn(inBackup), ...period, ...choicesIn(inBackup) };
    return { taken: changeFrom(here, all), offered: null };
  }
  const hasPeriod = here.periodFrom !== null || here.periodTo !== null;
  const differs =
    period && (period.periodFrom !== here.periodFrom || period.periodTo !== here.periodTo);
  const taken = { ...(!hasPeriod && period), ...unchosen(here, choicesIn(inBackup)) };
  const ladder = ladders.find(({ id }) => id === inBackup.ladder);
  const level = ladder && findLevel(ladder, inBackup.level);
  const standsElsewhere = ladder?.id !== here.ladder || level?.id !== here.level;
  const standing = ladder && level && standsElsewhere ? { ladder, level } : null;
  const offersPeriod = Boolean(differs && hasPeriod);
  if (!standing && !offersPeriod) return { taken, offered: null };
  const offered: OfferedSettings = {
    change: {
      ...(standing && { ladder: standing.ladder.id, level: standing.level.id }),
      ...(offersPeriod && period),
    },
    standing: standing && { ladder: standing.ladder.name, level: standing.level.name },
    period: offersPeriod,
  };
  return { taken, offered };
}

/** The ladder in a backup, with the level on it: without its ladder a level says nothing. */
function standingIn({ ladder = null, level = null }: Partial<Settings>) {
  return ladder === null ? null : { ladder, level };
}

/** The review period in a backup, if it has one: an open day of it is open here, too. */
function periodIn({ periodFrom = null, periodTo = null }: Partial<Settings>) {
  return periodFrom === null && periodTo === null ? null : { periodFrom, periodTo };
}

/** The export choices in a backup, as far as they were made there. */
function choicesIn(settings: Partial<Settings>): Partial<Settings> {
  const { exportExpectations = null, exportNotes = null } = settings;
  return {
    ...(exportExpectations !== null && { exportExpectations }),
    ...(exportNotes !== null && { exportNotes }),
  };
}

/** Those of some settings that were never chosen here. */
function unchosen(here: Settings, settings: Partial<Settings>): Partial<Settings> {
  const names = Object.keys(settings) as (keyof Settings)[];
  return Object.fromEntries(
    names.filter((name) => here[name] === null).map((name) => [name, settings[name]]),
  );
}

/** Those of some settings that differ from the ones here. */
function changeFrom(here: Settings, settings: Partial<Settings>): Partial<Settings> {
  const names = Object.keys(settings) as (keyof Settings)[];
  return Object.fromEntries(
    names.filter((name) => settings[name] !== here[name]).map((name) => [name, settings[name]]),
  );
}
