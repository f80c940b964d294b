import { serve } from '../e2e/harness/serve';
import { startBrowser } from './browser/start';
import { ms, printTable, ratio, spreadText } from './browser/table';
import { measureColdStart } from './popup/cold-start';
import { fillEvidence, fillLadders, fillNothing } from './popup/fill';
import { measureKeystrokes } from './popup/keystrokes';
import { measurePanel } from './popup/panel';
import { measurePicker, noteFocus } from './popup/picker';

const PASSAGE = 'We moved the roadmap review to Mondays after talking to eleven customers.';

/**
 * Measures the extension's own pages in a real browser, with twenty ladders of five hundred
 * expectations and ten thousand pieces of evidence. The peer is Rung as it is installed.
 *
 * @param args `keys`, `start`, `panel`, `picker` for some of it; all if left out
 */
export async function run(args: string[]): Promise<void> {
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const wants = (part: string) => asked.length === 0 || asked.includes(part);
  const site = await serve({ '/': `<!doctype html><title>Review</title><p>${PASSAGE}` });
  const browser = await startBrowser();
  const { rung } = browser;
  try {
    await noteFocus(rung);
    const page = await rung.open(site.url());
    const rows: Record<'keys' | 'pasted' | 'start' | 'picker', string[][]> = {
      keys: [['', 'best match: p50 / p95 / max', 'all that is seen', 'below, at rest', 'keys']],
      pasted: [
        ['', 'best match: p50 / p95 / max', 'all that is seen', 'below, at rest', 'sentences'],
      ],
      start: [['', 'first paint', 'field', 'answer to what is typed at once']],
      picker: [['', 'p50 / p95 / max']],
    };
    const pickers: number[] = [];
    for (const full of [false, true]) {
      await fillNothing(rung);
      if (full) {
        await fillLadders(rung);
        await fillEvidence(rung);
      }
      const name = full ? '20 ladders, 10,000 pieces of evidence' : 'as installed';
      if (wants('keys')) {
        await page.bringToFront();
        const popup = await rung.popup();
        const { typed, pasted } = await measureKeystrokes(popup, 2);
        const row = ({ best, seen, below }: typeof typed) =>
          [
            name,
            spreadText(best),
            spreadText(seen),
            spreadText(below),
            `${best.count}`,
          ] as string[];
        rows.keys.push(row(typed));
        rows.pasted.push(row(pasted));
        await popup.close();
      }
      if (wants('start')) {
        const { painted, field, answered } = await measureColdStart(rung);
        rows.start.push([name, ms(painted), ms(field), ms(answered)]);
      }
      if (wants('picker')) {
        await page.bringToFront();
        const spread = await measurePicker(rung, page, PASSAGE);
        pickers.push(spread.p50);
        rows.picker.push([name, spreadText(spread)]);
      }
    }
    if (wants('keys')) {
      printTable('Popup, one key: milliseconds of work until its answer is painted', rows.keys);
      printTable('Popup, a sentence pasted: the same', rows.pasted);
    }
    if (wants('start')) printTable('Popup opened: milliseconds', rows.start);
    if (wants('picker')) {
      printTable('Picker: milliseconds from the shortcut to the field', rows.picker);
      console.log(`  with all of them ${ratio(pickers[1] ?? 0, pickers[0] ?? 0)} as long`);
    }

    if (wants('panel')) {
      const one = await measurePanel(rung);
      printTable('Side panel, 10,000 pieces of evidence: milliseconds of work', [
        ['opened, until they show', `${ms(one.opening)} (${ms(one.shown)} went by)`],
        ['first key, as soon as they show: best match, p50', ms(one.firstKey)],
        ['it and those after it, p50 / p95 / max', spreadText(one.early)],
        ['a later key: best match, p50 / p95 / max', spreadText(one.keys.best)],
        ['all that is seen', spreadText(one.keys.seen)],
        ['below, at rest', spreadText(one.keys.below)],
        ['a filter chosen', ms(one.filter)],
        ['and taken back', ms(one.unfilter)],
        ['one deleted', ms(one.remove)],
      ]);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}
