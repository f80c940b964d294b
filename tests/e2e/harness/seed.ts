import { documentKey } from '../../../data/document-key';
import { keyOf } from '../../../data/evidence/keys';
import { EVIDENCE_KINDS, EVIDENCE_SCHEMA, type Evidence } from '../../../data/evidence/record';
import intercom from '../../../data/ladders/intercom-pm.json';
import type { ExtensionStorage } from './storage';

/** Monday morning, so that the first weeks of a seeded collection read well in pictures. */
const FIRST = Date.UTC(2026, 0, 5, 9);
const HOURS_BETWEEN = 7;
const HOUR_MS = 3_600_000;
const RECORDS_PER_DOCUMENT = 25;

/** Sentences as they stand in reviews; together with the number no two passages are alike. */
const PASSAGES = [
  'I spoke with {n} customers before we chose the problem, and three of them changed my mind.',
  'After {n} days of silence on pricing I wrote the options down and got a decision in a week.',
  'We cut the first release to {n} screens, and the team shipped it before the quarter ended.',
  'Support tickets about exports fell by {n} since the change; I check the number every Monday.',
  'She brought {n} engineers and two designers to one plan without anyone having to win.',
  'I was slow to say that the date would slip, and {n} people found out from somebody else.',
];
const NOTES = ['', '', 'Ask Ines for the numbers.', 'Use this one first.'];

const subSkills = intercom.skillAreas.flatMap((area) => area.subSkills.map(({ id }) => id));
const levels = intercom.levels.map(({ id }) => id);

/** Evidence record number `index` of a collection that is the same in every run. */
export function seededRecord(index: number): Evidence {
  const passage = pick(PASSAGES, index).replace('{n}', String(index + 4));
  const document = Math.floor(index / RECORDS_PER_DOCUMENT);
  const source = `http://127.0.0.1/reviews/${document}`;
  const start = (index % RECORDS_PER_DOCUMENT) * 400;
  const time = new Date(FIRST + index * HOURS_BETWEEN * HOUR_MS).toISOString();
  return {
    schema: EVIDENCE_SCHEMA,
    id: `seeded-${index}`,
    ladder: intercom.id,
    subSkill: pick(subSkills, index * 5),
    level: pick(levels, index * 3),
    kind: pick(EVIDENCE_KINDS, index),
    note: pick(NOTES, index),
    target: {
      source,
      document: documentKey(source),
      title: `Review notes ${document + 1}`,
      surface: 'page',
      selector: [
        { type: 'TextQuoteSelector', exact: passage, prefix: 'This half year. ', suffix: ' Next' },
        { type: 'TextPositionSelector', start, end: start + passage.length },
      ],
    },
    created: time,
    modified: time,
  };
}

/** Stores the first `count` records of the seeded collection, and returns them. */
export async function seedEvidence(storage: ExtensionStorage, count: number): Promise<Evidence[]> {
  const records = Array.from({ length: count }, (_, index) => seededRecord(index));
  await storage.set(Object.fromEntries(records.map((one) => [keyOf(one), one])));
  return records;
}

function pick<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
}
