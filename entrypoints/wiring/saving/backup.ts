import { createEvidenceStore } from '../../../data/evidence';
import { storing } from '../../../data/evidence/failure';
import { toBackup } from '../../../data/export/json';
import type { ReadBackup } from '../../../data/import/json';
import { type OfferedSettings, takeSettings } from '../../../data/import/take-settings';
import { isSame } from '../../../data/json-value';
import { type Ladder, parseLadder } from '../../../data/ladder';
import {
  addLadders,
  BUNDLED_LADDERS,
  type LadderChange,
  ownLaddersItem,
  undoLadders,
} from '../../../data/library';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  type Settings,
  settingsItem,
  undoSettings,
} from '../../../data/settings';

/**
 * Everything Rung keeps, as the text of a backup file.
 *
 * @throws StorageFailure where it cannot be read
 */
export async function backupText(): Promise<string> {
  const [{ evidence, unreadable }, own, settings] = await storing(() =>
    Promise.all([createEvidenceStore().all(), ownLaddersItem.getValue(), settingsItem.getValue()]),
  );
  return toBackup({
    evidence,
    unreadable,
    ladders: Object.values(own),
    settings,
    exportedAt: new Date(),
  });
}

/** The same ladder, as it is here and as the backup has it. */
export interface LadderVersions {
  readonly here: Ladder;
  readonly inBackup: Ladder;
}

export interface Restored {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** How many ladders of the user's own were added. */
  readonly ladders: number;
  /** Ladders that are here in one version and in the backup in another: those here were left. */
  readonly differing: readonly LadderVersions[];
  /** The user's own that have the id of one that comes with Rung: they were left out. */
  readonly clashing: readonly Ladder[];
  /** The settings that were taken over. */
  readonly settings: Partial<Settings>;
  /** Those that are others here, and were left. */
  readonly offered: OfferedSettings | null;
  /**
   * Puts everything back as it was before, but for what was changed since.
   *
   * @returns whether anything was put back
   */
  undo(): Promise<boolean>;
}

/**
 * Takes a backup in beside what is here: no piece of evidence is lost, none stands there twice, and
 * of two versions of one the later stays. A ladder says no time: which of two versions is to stay,
 * only the user can say, and the same goes for settings that were made here (see `takeSettings`).
 *
 * @throws where the browser refuses; what was here is then as it was
 */
export async function restore(backup: ReadBackup & { ok: true }): Promise<Restored> {
  const { merged, undo: undoEvidence } = await createEvidenceStore().merge([
    ...backup.evidence,
    ...backup.newer,
  ]);
  let ladderChanges: readonly LadderChange[] = [];
  let before = DEFAULT_SETTINGS;
  let taken: Partial<Settings> = {};
  let offered: OfferedSettings | null = null;
  const undo = async () => {
    const evidence = await undoEvidence();
    const ladders = await undoLadders(ladderChanges);
    const chosen = Object.keys(taken).length > 0 ? await undoSettings(before, taken) : 0;
    return evidence + ladders + chosen > 0;
  };
  try {
    // Only now: ten thousand pieces of evidence take seconds, in which another window may choose.
    ladderChanges = await addLadders(backup.ladders.filter(({ id }) => !isBundled(id)));
    const own = await ownLaddersItem.getValue();
    const all = [...BUNDLED_LADDERS, ...Object.values(own)];
    await changeSettings((now) => {
      before = now;
      ({ taken, offered } = takeSettings(now, backup.settings, all));
      return taken;
    });
    return {
      added: merged.added.length,
      updated: merged.updated.length,
      unchanged: merged.unchanged.length + merged.renamed.length,
      ladders: ladderChanges.length,
      differing: backup.ladders.flatMap((inBackup) => {
        const here = Object.hasOwn(own, inBackup.id) ? own[inBackup.id] : undefined;
        return here && !isSame(here, inBackup) ? [{ here, inBackup }] : [];
      }),
      clashing: backup.ladders.filter(
        (one) => isBundled(one.id) && !Object.hasOwn(own, one.id) && !isHere(one, own),
      ),
      settings: taken,
      offered,
      undo,
    };
  } catch (error) {
    // Half a restore is worse than none. Where taking it back is refused too, what came beside
    // what was here does no harm, and restoring again finds it.
    await undo().catch(() => undefined);
    throw error;
  }
}

/** Whether an id is of a ladder that comes with Rung: that is here already, and never replaced. */
function isBundled(id: string): boolean {
  return BUNDLED_LADDERS.some((one) => one.id === id);
}

/** Whether a ladder is here, be it under another id. The bundled ones have not been through the parser. */
function isHere(ladder: Ladder, own: Record<string, Ladder>): boolean {
  const bundled = BUNDLED_LADDERS.filter(({ id }) => id === ladder.id).map(parseLadder);
  const here = [...bundled.flatMap((one) => (one.ok ? one.ladder : [])), ...Object.values(own)];
  return here.some((one) => isSame({ ...one, id: ladder.id }, ladder));
}
