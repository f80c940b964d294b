import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { type InChromium, launchChromium } from '../../tests/e2e/harness/chromium';
import { pickerFrame } from '../../tests/e2e/harness/picker';
import { screenshot } from '../../tests/e2e/harness/pictures';
import { selectText } from '../../tests/e2e/harness/select';
import { answerFirstRun, lookUp, saveInPicker } from '../../tests/e2e/harness/steps';
import { serveSample } from './sample';

const QUERY = 'stakeholder';
const PASSAGE =
  'I met the two doctors who felt most strongly about it, and we agreed on a wording that they now ' +
  'defend themselves.';

/** What a person would do first, in a browser without a window; prints what comes out. */
export async function walkThrough(): Promise<void> {
  const site = await serveSample();
  let rung: InChromium | undefined;
  try {
    rung = await launchChromium({ headless: true });
    const page = await rung.open(site.url());
    await lookSomethingUp(rung, page);
    await tagPassage(page);
    await exportEvidence(rung);
  } finally {
    await rung?.close();
    await site.close();
  }
}

async function lookSomethingUp(rung: InChromium, page: Page): Promise<void> {
  await selectText(page, PASSAGE);
  const popup = await rung.clickIcon(page);
  await answerFirstRun(popup);
  const found = await lookUp(popup, QUERY);
  console.log(`\nLooked up "${QUERY}": ${found.slice(0, 5).join(', ')}`);
  console.log(`Picture: ${await screenshot(popup, 'start/look-up')}`);
  await popup.getByRole('button', { name: 'Tag the selection' }).click();
}

async function tagPassage(page: Page): Promise<void> {
  const picker = await pickerFrame(page);
  const picture = await screenshot(page, 'start/tag');
  console.log(`\nTagged "${PASSAGE}"`);
  console.log(await saveInPicker(picker));
  console.log(`Picture: ${picture}`);
}

async function exportEvidence(rung: InChromium): Promise<void> {
  const panel = await rung.extensionPage('/sidepanel.html', { width: 420, height: 800 });
  await panel.getByRole('tab', { name: 'Export' }).click();
  const [download] = await Promise.all([
    panel.waitForEvent('download'),
    panel
      .getByRole('listitem')
      .filter({ hasText: 'Markdown' })
      .getByRole('button', { name: 'Save' })
      .click(),
  ]);
  const markdown = await readFile(await download.path(), 'utf8');
  console.log(`\nExported ${download.suggestedFilename()}:\n\n${markdown}`);
  console.log(`Picture: ${await screenshot(panel, 'start/export')}`);
}
