import type { Evidence } from '../../../data/evidence';
import { newRecordId } from '../../../data/evidence/record-id';
import type { Ladder } from '../../../data/ladder';
import { seeded } from './random';

/** What the search must still be fast over. */
export const LADDERS = 20;
export const EXPECTATIONS = 500;
export const EVIDENCE = 10_000;

/** Of the words of a made-up text so many are new ones, so that its dictionary grows as one does. */
const NEW_WORDS = 0.12;
/** So many different new words there are. */
const VOCABULARY = 6000;

/** Ladders of `EXPECTATIONS` statements each, made from real ones with words exchanged. */
export function manyLadders(real: readonly Ladder[]): Ladder[] {
  const random = seeded(20);
  return Array.from({ length: LADDERS }, (_, n) => {
    const model = structuredClone(real[n % real.length] as Ladder);
    const ladder = { ...model, id: `ladder-${n}`, name: `Ladder ${n}` };
    const cells: { put: (text: string) => void; texts: string[] }[] = [];
    for (const area of ladder.skillAreas) {
      for (const subSkill of area.subSkills) {
        for (const level of Object.values(subSkill.expectations)) {
          for (const texts of Object.values(level)) {
            const put = (text: string) => texts.push(text);
            cells.push({ put, texts: texts.splice(0) });
          }
        }
      }
    }
    for (let i = 0; i < EXPECTATIONS; i++) {
      const cell = cells[i % cells.length];
      const text = cell?.texts[Math.floor(i / cells.length) % cell.texts.length];
      if (cell && text) cell.put(reworded(text, random));
    }
    return ladder;
  });
}

/** Tagged passages of one to three sentences. */
export function muchEvidence(sentences: readonly string[], ladder: Ladder): Evidence[] {
  const random = seeded(10);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  const subSkills = ladder.skillAreas.flatMap((area) => area.subSkills);
  return Array.from({ length: EVIDENCE }, (_, n) => {
    const count = 1 + Math.floor(random() * 3);
    const exact = Array.from({ length: count }, () => reworded(pick(sentences), random)).join(' ');
    const at = new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString();
    return {
      schema: 1,
      // As Rung gives them itself, so that keys tell what is newest.
      id: newRecordId(at),
      ladder: ladder.id,
      subSkill: pick(subSkills).id,
      level: pick(ladder.levels).id,
      kind: 'self',
      note: n % 3 === 0 ? reworded(pick(sentences), random) : '',
      target: {
        source: `https://docs.example/${n % 200}`,
        document: `https://docs.example/${n % 200}`,
        title: `Self review ${2020 + (n % 7)}`,
        surface: 'page',
        selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
      },
      created: at,
      modified: at,
    };
  });
}

function reworded(text: string, random: () => number): string {
  return text
    .split(' ')
    .map((word) => (random() < NEW_WORDS ? newWord(Math.floor(random() ** 2 * VOCABULARY)) : word))
    .join(' ');
}

const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi zo an er il on us ta'.split(' ');

function newWord(n: number): string {
  let word = '';
  for (let rest = n + SYLLABLES.length ** 2; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
}
