import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type InChromium, launchChromium } from '../tests/e2e/harness/chromium';
import { pickerFrame, pickerGone } from '../tests/e2e/harness/picker';
import { selectText } from '../tests/e2e/harness/select';
import { saveInPicker } from '../tests/e2e/harness/steps';
import { serveSample } from './demo/sample';

/**
 * Takes the README's pictures: `npm run pictures`. Everything in them was really done, in a real
 * window, on the sample review.
 */
const FOLDER = resolve('docs/pictures');

/** What the README shows, each picture in one of the themes. */
const SHOWN: ReadonlySet<string> = new Set([
  'look-up-light',
  'tag-light',
  'evidence-light',
  'coverage-dark',
]);

/** The sample review's passages and what a person would tag them with. */
const TAGGED = [
  [
    'Before we built anything I sat at the front desk of six clinics for a day each',
    'customer focus',
  ],
  ['I put every one of them against the same two questions', 'roadmap'],
  ['I explained the choice in writing, with what would make me change my mind', 'decisive'],
  ['we merged the two pieces of work into one that her team led and mine tested', 'collaboration'],
  ['Every second Thursday I sent a short update to the stakeholders', 'communication'],
  ['text messages beat e-mail by four to one', 'learn fast'],
  ['From then on we released every week', 'shipping'],
  ['I said so too late', 'ownership'],
] as const;

const SELECTED =
  'We shipped the first version to eight clinics after five weeks, with the waiting list run by hand in a spreadsheet.';

await mkdir(FOLDER, { recursive: true });
for (const theme of ['light', 'dark'] as const) {
  const site = await serveSample();
  // Without this the window says, above every page, how it was started.
  const rung = await launchChromium({ theme, args: ['--test-type'] });
  try {
    await rung.storage.set({
      settings: {
        ladder: 'intercom-pm',
        level: 'senior-pm',
        periodFrom: null,
        periodTo: null,
      },
    });
    await takeAll(rung, site.url(), theme);
  } finally {
    await rung.close();
    await site.close();
  }
}

async function takeAll(rung: InChromium, url: string, theme: string): Promise<void> {
  const picture = async (name: string) => {
    if (!SHOWN.has(`${name}-${theme}`)) return;
    // Movements take 120 ms; a picture shows where they end.
    await new Promise((settled) => setTimeout(settled, 600));
    await rung.display.picture(`${FOLDER}/${name}-${theme}.png`);
  };
  const page = await rung.open(url);

  await rung.command('_execute_action');
  const popup = await rung.view('/popup.html');
  await popup.getByRole('searchbox').waitFor();
  await rung.display.type('stakeholder');
  await popup.locator('.result.open').first().waitFor();
  await picture('look-up');
  await rung.key('Escape', 'Escape');

  for (const [passage, letters] of TAGGED) {
    await selectText(page, passage);
    await rung.command('tag');
    await saveInPicker(await pickerFrame(page), letters);
    await rung.key('Escape');
    await pickerGone(page);
  }
  await selectText(page, SELECTED);
  await rung.command('tag');
  await pickerFrame(page);
  await picture('tag');
  await rung.key('Enter');
  await rung.key('Escape');
  await pickerGone(page);

  await page.evaluate(() => {
    getSelection()?.removeAllRanges();
    scrollTo({ top: 560, behavior: 'instant' });
  });
  const panel = await rung.sidePanel();
  await panel.getByRole('tab', { name: 'Evidence' }).click();
  await panel.getByText('Found on this page').first().waitFor();
  await picture('evidence');
  await panel.getByRole('tab', { name: 'Coverage' }).click();
  await picture('coverage');
}
