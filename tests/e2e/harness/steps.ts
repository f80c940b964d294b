import type { Frame, Page } from 'playwright-core';

/** Any of the extension's own pages. */
type View = Pick<Page | Frame, 'getByRole' | 'locator'>;

/** Answers the two questions of the first run. */
export async function answerFirstRun(
  view: View,
  ladder = 'Intercom PM',
  level = 'Senior PM',
): Promise<void> {
  await view.getByRole('radio', { name: ladder }).check();
  await view.getByRole('radio', { name: level }).first().check();
  await view.getByRole('button', { name: `Use ${level}` }).click();
}

/**
 * Types a query into the search field of the popup or the side panel.
 *
 * @returns the names of the sub-skills found, best first
 */
export async function lookUp(view: View, query: string): Promise<string[]> {
  await view.getByRole('searchbox', { name: 'Search the ladder' }).fill(query);
  const names = view.locator('.result-name');
  await names.first().waitFor();
  await allDrawn(view);
  return names.allInnerTexts();
}

/** Waits until also those results are drawn that nobody sees without scrolling. */
export async function allDrawn(view: View): Promise<void> {
  await view.locator('.results[aria-busy=false]').waitFor();
}

/**
 * Saves the passage the picker shows under the first sub-skill it proposes, or under the best
 * match for some letters.
 *
 * @returns what the confirmation says
 */
export async function saveInPicker(picker: View, letters = ''): Promise<string> {
  const field = picker.getByRole('combobox', { name: 'Which sub-skill?' });
  if (letters !== '') await field.fill(letters);
  await field.press('Enter');
  const said = await picker.getByRole('status').locator('p').textContent();
  return said ?? '';
}
