/**
 * Learns which words of a passage speak for which sub-skill, and writes `data/passage-words.json`:
 *
 *     npm run learn
 *     npm run learn -- check
 *
 * `check` writes nothing; it says how often the right sub-skill is among the first three by these
 * words alone when a tenth of the passages is kept back.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Example, regress } from './regression';
import { learnable, type Passages, stemsOf } from './words';

/**
 * This and what is kept of the weights were chosen on parts of the passages that were kept back, as
 * what finds most in the room that search has (100 kB, compressed, with everything else).
 */
const PENALTY = 0.3;
/** Weights are kept as digits: this many steps for each unit. */
const STEPS_A_UNIT = 1.1;
const MOST = 9;
/** A word whose strongest weight is weaker than this many steps is left out. */
const LEAST = 2;
const PARTS = 10;

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const passages = JSON.parse(readFileSync(path('./passages.json'), 'utf8')) as Passages;
const subSkills = Object.keys(passages);

if (process.argv.includes('check')) console.log(check());
else writeFileSync(path('../../data/passage-words.json'), asJson(learn(passages)));

function learn(from: Passages): Map<string, Float64Array> {
  const stems = learnable(from);
  const numbers = new Map(stems.map((one, number) => [one, number]));
  const examples = subSkills.flatMap((id, of) =>
    (from[id] ?? []).map(
      (passage): Example => ({
        words: stemsOf(passage).flatMap((one) => numbers.get(one) ?? []),
        of,
      }),
    ),
  );
  const weights = regress(examples, stems.length, subSkills.length, PENALTY);
  return new Map(stems.map((one, number) => [one, weights[number] as Float64Array]));
}

/** A word's weights as whole steps, by sub-skill; `undefined` for one that says too little. */
function stepsOf(weights: Float64Array): number[] | undefined {
  const steps = [...weights].map((weight) => Math.min(MOST, Math.round(weight * STEPS_A_UNIT)));
  return Math.max(...steps) < LEAST ? undefined : steps;
}

/** One word a line: its stem, then for each sub-skill it speaks for a letter and a digit. */
function asJson(weights: ReadonlyMap<string, Float64Array>): string {
  const lines: string[] = [];
  for (const [one, byClass] of weights) {
    const said = (stepsOf(byClass) ?? [])
      .map((step, of) => ({ step, of }))
      .filter(({ step }) => step > 0)
      .sort((a, b) => b.step - a.step || a.of - b.of);
    if (said.length === 0) continue;
    const code = said.map(({ step, of }) => `${String.fromCharCode(97 + of)}${step}`).join('');
    lines.push(`    ${JSON.stringify(one)}: ${JSON.stringify(code)}`);
  }
  const ids = subSkills.map((id) => `    ${JSON.stringify(id)}`);
  return `{
  "schema": 1,
  "stepsAUnit": ${STEPS_A_UNIT},
  "subSkills": [
${ids.join(',\n')}
  ],
  "words": {
${lines.join(',\n')}
  }
}
`;
}

function check(): string {
  let right = 0;
  let all = 0;
  for (let part = 0; part < PARTS; part++) {
    const pick = (kept: boolean): Passages =>
      Object.fromEntries(
        subSkills.map((id) => [
          id,
          (passages[id] ?? []).filter((_, at) => (at % PARTS === part) === kept),
        ]),
      );
    const weights = learn(pick(false));
    for (const [of, id] of subSkills.entries()) {
      for (const passage of pick(true)[id] ?? []) {
        const scores = subSkills.map(() => 0);
        for (const one of stemsOf(passage)) {
          const weighed = weights.get(one);
          for (const [at, steps] of ((weighed && stepsOf(weighed)) ?? []).entries()) {
            scores[at] = (scores[at] as number) + steps;
          }
        }
        const own = scores[of] as number;
        // Itself is among those that have as much, so of equals all are counted against it.
        if (scores.filter((score) => score >= own).length <= 3) right++;
        all++;
      }
    }
  }
  return `${((100 * right) / all).toFixed(1)} % of ${all} passages kept back: right among the first three by words alone`;
}
