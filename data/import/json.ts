import * as v from 'valibot';
import { isNewerRecord, type NewerRecord } from '../evidence/newer-record';
import { type Evidence, evidenceSchema, isEvidence } from '../evidence/record';
import { BACKUP_FORMAT, BACKUP_VERSION } from '../export/json';
import { MOST_PROBLEMS } from '../first-of';
import { isObject } from '../json-value';
import { type Ladder, parseLadder } from '../ladder';
import type { Settings } from '../settings';
import { clip, oneLine } from '../text';
import { humanProblem } from './ladder-path';
import { parseJson } from './parse-json';
import { readSettings } from './settings';

/**
 * Why a file cannot be read at all:
 * - `empty`: there is nothing in it;
 * - `not-json`: it is not JSON, or was cut off;
 * - `not-a-backup`: it is JSON, but not a backup;
 * - `newer-version`: a newer Rung wrote it in a form this one does not know.
 */
export type BackupProblem = 'empty' | 'not-json' | 'not-a-backup' | 'newer-version';

export type ReadBackup =
  | {
      readonly ok: true;
      readonly evidence: Evidence[];
      /** Records of a newer Rung, exactly as they are in the file: to be stored, not to be shown. */
      readonly newer: NewerRecord[];
      readonly ladders: Ladder[];
      /** The settings that were in the file and make sense. */
      readonly settings: Partial<Settings>;
      /** How many entries cannot be taken over. */
      readonly skippedCount: number;
      /**
       * The first `MOST_PROBLEMS` of them, and what is wrong with each: `Evidence 3 "We asked ten",
       * "target.title" is missing`.
       */
      readonly skipped: string[];
    }
  | { readonly ok: false; readonly problem: BackupProblem };

/** Enough of a passage to know it by. */
const PASSAGE_GRAPHEMES = 40;

/**
 * Reads what `toBackup` wrote, in this version or an older one. Records come back as they are in the
 * file, including fields this Rung does not know, except that their times are converted to UTC. A
 * broken one is skipped and named, and does not keep the others out. Never throws.
 *
 * @param text the whole file
 */
export function readBackup(text: string): ReadBackup {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const backup = parsed.value;
  if (!isObject(backup) || backup.format !== BACKUP_FORMAT || !isVersion(backup.version)) {
    return { ok: false, problem: 'not-a-backup' };
  }
  if (backup.version > BACKUP_VERSION) return { ok: false, problem: 'newer-version' };
  // Every backup has a list, be it empty: without it nothing would be restored, and said to be.
  if (!Array.isArray(backup.evidence)) return { ok: false, problem: 'not-a-backup' };

  const evidence: Evidence[] = [];
  const newer: NewerRecord[] = [];
  const ladders: Ladder[] = [];
  const skipped: string[] = [];
  let skippedCount = 0;
  const skip = (why: () => string) => {
    skippedCount++;
    if (skipped.length < MOST_PROBLEMS) skipped.push(why());
  };
  for (const [index, value] of backup.evidence.entries()) {
    if (isEvidence(value)) evidence.push(inUtc(value));
    else if (isNewerRecord(value)) newer.push(value);
    else skip(() => `Evidence ${index + 1}${whatIsWrong(value)}`);
  }
  for (const [index, value] of listOf(backup.ladders).entries()) {
    const result = parseLadder(value);
    if (!result.ok) {
      const [problem = ''] = result.problems;
      skip(() => `Ladder ${index + 1}, ${humanProblem(problem, value)}`);
    } else if (ladders.some(({ id }) => id === result.ladder.id)) {
      skip(() => `Ladder ${index + 1} has the id "${result.ladder.id}" of one before it`);
    } else ladders.push(result.ladder);
  }
  const settings = readSettings(backup.settings);
  return { ok: true, evidence, newer, ladders, settings, skipped, skippedCount };
}

/** Times are compared as text, so all must be written alike. */
function inUtc(record: Evidence): Evidence {
  const utc = (time: string) => new Date(time).toISOString();
  return { ...record, created: utc(record.created), modified: utc(record.modified) };
}

function isVersion(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What to say behind the number of a record: its passage, as far as there is one, and the fault. */
function whatIsWrong(value: unknown): string {
  if (!isObject(value)) return ' is not a record';
  const { issues } = v.safeParse(evidenceSchema, value);
  const issue = issues?.[0];
  const path = issue && v.getDotPath(issue);
  const passage = clip(oneLine(passageOf(value)), PASSAGE_GRAPHEMES);
  const where = `${passage && ` "${passage}"`}${path ? `, "${path}"` : ''}`;
  return `${where} ${issue?.received === 'undefined' ? 'is missing' : 'has an invalid value'}`;
}

function passageOf({ target }: Record<string, unknown>): string {
  const selectors = isObject(target) ? listOf(target.selector) : [];
  const exact = selectors.filter(isObject).map((one) => one.exact)[0];
  return typeof exact === 'string' ? exact : '';
}
