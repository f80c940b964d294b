import type { Ladder } from '../ladder';
import type { Settings } from '../settings';

/** Settings of a backup that are others than those here: only the user can say which are to be. */
export interface OfferedSettings {
  readonly change: Partial<Settings>;
  /** The names of the ladder and level that come with it, where these do. */
  readonly standing: { readonly ladder: string; readonly level: string } | null;
  /** Whether the review period comes with it. */
  readonly period: boolean;
}

/**
 * Which settings of a backup are taken over: all it has before the first run is answered, and the
 * review period, and what exports say, where there is none here. What is empty in it changes
 * nothing. Any others are offered, a ladder and level only where they are known; but what exports
 * say was chosen here with a click, and is no question to be asked in between.
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
  const level = ladder?.levels.find(({ id }) => id === inBackup.level);
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

/** What exports say in a backup, as far as it was chosen there. */
function choicesIn(settings: Partial<Settings>): Partial<Settings> {
  const { exportExpectations = null, exportNotes = null } = settings;
  return {
    ...(exportExpectations !== null && { exportExpectations }),
    ...(exportNotes !== null && { exportNotes }),
  };
}

/** Of some settings those that were never chosen here. */
function unchosen(here: Settings, settings: Partial<Settings>): Partial<Settings> {
  const names = Object.keys(settings) as (keyof Settings)[];
  return Object.fromEntries(
    names.filter((name) => here[name] === null).map((name) => [name, settings[name]]),
  );
}

/** Of some settings those that are not the same here. */
function changeFrom(here: Settings, settings: Partial<Settings>): Partial<Settings> {
  const names = Object.keys(settings) as (keyof Settings)[];
  return Object.fromEntries(
    names.filter((name) => settings[name] !== here[name]).map((name) => [name, settings[name]]),
  );
}
