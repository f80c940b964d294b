/** Milliseconds of one thing done many times. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly count: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), max: at(1), count: sorted.length };
}

export const median = (values: readonly number[]): number => spreadOf(values).p50;

/** `1.8 / 3.4 / 9.0` */
export function spreadText({ p50, p95, max }: Spread): string {
  return [p50, p95, max].map(ms).join(' / ');
}

export function ms(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}

/** How much longer one thing takes than its peer: `1.4 times`. */
export function ratio(one: number, peer: number): string {
  return `${(one / peer).toFixed(one / peer < 10 ? 2 : 0)} times`;
}

/** Prints rows under a title, the columns aligned. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}`);
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  for (const row of rows) {
    const cells = row.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    console.log(`  ${cells.join('   ')}`);
  }
}
