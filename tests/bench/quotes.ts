import { type Case, readCases } from './quotes/cases';
import { type Finder, hypothesis, rung } from './quotes/finders';
import { generateCases } from './quotes/generate';
import { judgeAll, type Results, type Verdict } from './quotes/judge';
import { hundredQuotes, measureSpeed } from './quotes/speed';

const PRESENT = ['kept_once', 'kept_ambiguous', 'edited_light', 'edited_heavy', 'moved_edited'];

/**
 * Measures how well and how fast quotes are found, beside the algorithm of Hypothesis.
 *
 * @param args a folder of cases, else generated ones are used; `--context N` units (128 if left out),
 *   `--half 0` or `--half 1` for a half of the documents, `--no-timing`
 */
export async function run(args: string[]): Promise<void> {
  const option = (name: string) => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  const folder = args.find(
    (arg, at) => !arg.startsWith('--') && !/^--(context|half)$/.test(args[at - 1] ?? ''),
  );
  const context = Number(option('--context') ?? 128);
  const half = option('--half');
  const all = folder ? readCases(folder) : generateCases();
  const cases =
    half === undefined ? all : all.filter(({ group }) => halfOf(group) === Number(half));
  console.log(
    `Quotes: ${cases.length} cases ${folder ? `from ${folder}` : '(generated)'}, ${context} units of context`,
  );
  const finders = [rung, hypothesis];
  printTable(finders, cases, context);
  if (args.includes('--no-timing')) return;
  console.log('\nMilliseconds for one quote, text not read before, median / 95 %');
  console.log(
    `${' '.repeat(20)}${['10 kB', '100 kB', '1 MB'].map((size) => size.padStart(16)).join('')}`,
  );
  for (const line of measureSpeed(finders, cases, context)) console.log(line);
  const { count, ours, theirs, longest } = hundredQuotes(hypothesis, cases, context);
  console.log(
    `\n${count} quotes in 1 MB: Rung ${ours.toFixed(0)} ms, Hypothesis ${theirs.toFixed(0)} ms, ` +
      `${(theirs / ours).toFixed(1)} times as long; longest step of Rung ${longest.toFixed(1)} ms`,
  );
}

function printTable(finders: readonly Finder[], cases: readonly Case[], context: number): void {
  const results = finders.map((finder) => judgeAll(finder, cases, context));
  const labels = [...new Set(cases.map(({ label }) => label))].sort();
  console.log(
    `\n${'right / wrong / none, %'.padEnd(32)}${finders.map(({ name }) => name.padStart(24)).join('')}`,
  );
  for (const label of labels) {
    const cells = results.map(({ byLabel }) => {
      const counts = byLabel.get(label) ?? { right: 0, wrong: 0, none: 0 };
      const total = counts.right + counts.wrong + counts.none;
      return [counts.right, counts.wrong, counts.none].map((n) => percent(n, total)).join(' / ');
    });
    const total = cases.filter((each) => each.label === label).length;
    console.log(
      `${label.padEnd(24)}${String(total).padStart(8)}${cells.map((c) => c.padStart(24)).join('')}`,
    );
  }
  const rows: [string, (results: Results) => string][] = [
    ['present: right', (r) => rate(r, PRESENT, ['right'])],
    ['present: wrong place', (r) => rate(r, PRESENT, ['wrong'])],
    ['deleted: found', (r) => rate(r, ['deleted'], ['right', 'wrong'])],
    ['decoy: found', (r) => rate(r, ['deleted_decoy'], ['right', 'wrong'])],
    ['kept: found to the unit', (r) => percent(r.keptExactly, r.kept)],
  ];
  console.log('');
  for (const [name, cell] of rows) {
    console.log(`${name.padEnd(32)}${results.map((r) => `${cell(r)} %`.padStart(24)).join('')}`);
  }
}

function rate(
  { byLabel }: Results,
  labels: readonly string[],
  verdicts: readonly Verdict[],
): string {
  let hits = 0;
  let total = 0;
  for (const label of labels) {
    const counts = byLabel.get(label);
    if (!counts) continue;
    total += counts.right + counts.wrong + counts.none;
    for (const verdict of verdicts) hits += counts[verdict];
  }
  return percent(hits, total);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
}

/** Halves of a folder of cases, so that all passages of a document fall into the same one. */
function halfOf(group: string): number {
  let sum = 0;
  for (const char of group) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return sum % 2;
}
