import axeCore, { type AxeResults, type RunOptions } from 'axe-core';

/** A page or frame of either browser's driver. */
export interface Evaluator {
  evaluate(script: string): Promise<unknown>;
}

/** What axe found, short enough to read in a failed comparison with `[]`. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  readonly where: readonly string[];
}

const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
};

/**
 * Runs axe in a page as it stands now.
 *
 * @param rulesOff ids of rules that do not apply to what is tested; say why where you give them
 */
export async function axe(page: Evaluator, rulesOff: readonly string[] = []): Promise<Violation[]> {
  const rules = Object.fromEntries(rulesOff.map((rule) => [rule, { enabled: false }]));
  // As text: it must run in the page without the page's policy or its modules having a say.
  await page.evaluate(`if (!window.axe) { ${axeCore.source} }`);
  const found = (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ ...OPTIONS, rules })})`,
  )) as AxeResults;
  return found.violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? node.html}`),
  }));
}
