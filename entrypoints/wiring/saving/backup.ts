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
  const store = createEvidenceStore();
  const [own, stored] = await Promise.all([ownLaddersItem.getValue(), settingsItem.getValue()]);
  const settings = { ...DEFAULT_SETTINGS, ...stored };

  // Those that come with Rung are here already, and never replaced.
  const known = new Set([...Object.keys(own), ...BUNDLED_LADDERS.map(({ id }) => id)]);
  const newLadders = backup.ladders.filter(({ id }) => !known.has(id));
  const differing = backup.ladders.flatMap((inBackup) => {
    const here = Object.hasOwn(own, inBackup.id) ? own[inBackup.id] : undefined;
    return here && !isSame(here, inBackup) ? [{ here, inBackup }] : [];
  });
  const clashing = backup.ladders.filter(
    (one) => known.has(one.id) && !Object.hasOwn(own, one.id) && !isHere(one, own),
  );
  const all = [...BUNDLED_LADDERS, ...Object.values(own), ...newLadders];
  const { taken, offered } = takeSettings(settings, backup.settings, all);
  const takesSettings = Object.keys(taken).length > 0;
  const { merged, undo: undoEvidence } = await store.merge([...backup.evidence, ...backup.newer]);
  let ladderChanges: readonly LadderChange[] = [];
  const undo = async () => {
    const evidence = await undoEvidence();
    const ladders = await undoLadders(ladderChanges);
    const chosen = takesSettings ? await undoSettings(settings, taken) : 0;
    return evidence + ladders + chosen > 0;
  };
  try {
    ladderChanges = await addLadders(newLadders);
    if (takesSettings) await changeSettings(taken);
  } catch (error) {
    // Half a restore is worse than none. Where taking it back is refused too, what came beside
    // what was here does no harm, and restoring again finds it.
    await undo().catch(() => undefined);
    throw error;
  }

  return {
    added: merged.added.length,
    updated: merged.updated.length,
    unchanged: merged.unchanged.length + merged.renamed.length,
    ladders: ladderChanges.length,
    differing,
    clashing,
    settings: taken,
    offered,
    undo,
  };
}

/** Whether a ladder is here, be it under another id. The bundled ones have not been through the parser. */
function isHere(ladder: Ladder, own: Record<string, Ladder>): boolean {
  const bundled = BUNDLED_LADDERS.filter(({ id }) => id === ladder.id).map(parseLadder);
  const here = [...bundled.flatMap((one) => (one.ok ? one.ladder : [])), ...Object.values(own)];
  return here.some((one) => isSame({ ...one, id: ladder.id }, ladder));
}
