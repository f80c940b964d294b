import { type Ladder, parseLadder } from '../../data/ladder';
import { bundleSize, coldStart } from './search/cold-start';
import { EVIDENCE, EXPECTATIONS, LADDERS, manyLadders, muchEvidence } from './search/corpus';
import { engines } from './search/engines';
import { simulateUser } from './search/learner';
import { measureQuality } from './search/quality';
import {
  BLIND_QUERIES,
  KEPT_BACK_QUERIES,
  OWN_QUERIES,
  type Query,
  REVIEW_SENTENCES,
  type ReviewSentence,
  readJson,
} from './search/queries';
import {
  FUSE_QUESTIONS,
  fuseAsker,
  keystrokes,
  measureSpeed,
  miniSearchAsker,
  QUESTIONS,
  rungAsker,
  sampleOf,
} from './search/speed';

/**
 * Measures the search: how good its answers are and how fast they come, beside Fuse.js as it
 * comes and MiniSearch tuned; what it learns from tags; how large it is and how soon it answers.
 *
 * @param args the path of a file of queries in the form of `tests/fixtures/search-queries.json`;
 *   the project's own queries, those kept back and the blind ones if left out
 */
export async function run(args: string[]): Promise<void> {
  const files = args[0] === undefined ? [OWN_QUERIES, KEPT_BACK_QUERIES, BLIND_QUERIES] : [args[0]];
  const queries = readJson<Query[]>(files[0] as string);
  const sentences = readJson<ReviewSentence[]>(REVIEW_SENTENCES);
  const ladders = ['intercom-pm', 'webflow-pm'].map(readLadder);
  // Before anything else has warmed the machine up.
  const cold = await coldStart(ladders);

  for (const file of files) printQuality(file, ladders);

  const many = manyLadders(ladders);
  const evidence = muchEvidence(
    sentences.map((sentence) => sentence.text),
    many[0] as (typeof many)[number],
  );
  const asked = sampleOf(keystrokes(queries), QUESTIONS);
  print(
    `\n${asked.length} questions (queries, what is there after each key, pasted sentences) to ${LADDERS} ladders of ${EXPECTATIONS} ` +
      `expectations and ${EVIDENCE} pieces of evidence: milliseconds p50 / p95 / longest`,
  );
  for (const create of [rungAsker, miniSearchAsker, fuseAsker]) {
    const asker = create(many, evidence);
    const { p50, p95, max } =
      create === fuseAsker
        ? measureSpeed(asker, sampleOf(asked, FUSE_QUESTIONS), 1)
        : measureSpeed(asker, asked);
    print(`  ${asker.name}: ${[p50, p95, max].map((time) => time.toFixed(1)).join(' / ')}`);
  }

  print(
    '\nLearning: untagged sentences right among the first 1 / 3 / 10 in %, before and with tags',
  );
  for (const learnt of simulateUser(ladders[0] as (typeof ladders)[number], sentences)) {
    const [before, after] = [learnt.without, learnt.with].map(({ at1, at3, at10 }) =>
      [at1, at3, at10].map(percent).join(' / '),
    );
    print(
      `  ${String(learnt.tags).padStart(2)} tags: ${before} -> ${after}, ${learnt.lost} lost from the first 10`,
    );
  }

  const size = await bundleSize();
  print(`\nSize: ${(size / 1000).toFixed(1)} kB gzipped, libraries and vocabulary included`);
  print(
    `Cold start, bundled ladders: first answer after ${cold.first.toFixed(0)} ms, ` +
      `longest pause when built ahead ${cold.slice.toFixed(0)} ms`,
  );
}

function printQuality(file: string, ladders: Ladder[]): void {
  const queries = readJson<Query[]>(file);
  print(`${queries.length} queries of ${file}: right among the first 1 / 3 / 5, in %`);
  for (const create of Object.values(engines)) {
    const engine = create(ladders);
    print(`\n${engine.name}`);
    const quality = measureQuality(engine, queries, ladders);
    for (const [type, { queries: count, at1, at3, at5 }] of quality) {
      print(`  ${type.padEnd(9)} ${[at1, at3, at5].map(percent).join(' / ')}  (${count})`);
    }
  }
  print('');
}

function readLadder(id: string) {
  const parsed = parseLadder(readJson(`data/ladders/${id}.json`));
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.ladder;
}

function percent(share: number): string {
  return (share * 100).toFixed(0).padStart(3);
}

function print(line: string): void {
  console.log(line);
}
