import { storage } from 'wxt/utils/storage';
import type { IncludeChoice } from './export/include';
import { inTurn } from './in-turn';

/** What the user chose. Small, read at every start, kept on the device. */
export interface Settings extends IncludeChoice {
  /** Id of the ladder in use; `null` until the first run is answered. */
  readonly ladder: string | null;
  /** Id of the level the user stands on; `null` until the first run is answered. */
  readonly level: string | null;
  /** First and last day of the review period, `YYYY-MM-DD`, either may be open. */
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
}

export const DEFAULT_SETTINGS: Settings = {
  ladder: null,
  level: null,
  periodFrom: null,
  periodTo: null,
  exportExpectations: null,
  exportNotes: null,
};

export const settingsItem = storage.defineItem<Settings>('local:settings', {
  fallback: DEFAULT_SETTINGS,
  version: 1,
});

/**
 * Changes some settings and leaves the others as they are stored now.
 *
 * @param change the settings to change, or a function of those stored now that gives them
 */
export function changeSettings(
  change: Partial<Settings> | ((now: Settings) => Partial<Settings>),
): Promise<Settings> {
  return inTurn('settings', async () => {
    const now = { ...DEFAULT_SETTINGS, ...(await settingsItem.getValue()) };
    const part = typeof change === 'function' ? change(now) : change;
    if (Object.keys(part).length === 0) return now;
    const changed = { ...now, ...part };
    await settingsItem.setValue(changed);
    return changed;
  });
}

/**
 * Puts back the settings that were changed from `before`, except those changed again since.
 *
 * @returns how many were put back
 */
export async function undoSettings(before: Settings, change: Partial<Settings>): Promise<number> {
  let names = Object.keys(change) as (keyof Settings)[];
  await changeSettings((now) => {
    names = names.filter((name) => now[name] === change[name]);
    return Object.fromEntries(names.map((name) => [name, before[name]]));
  });
  return names.length;
}
