import { serve } from '../e2e/harness/serve';
import { startBrowser } from './browser/start';
import { ms, printTable, ratio, spreadText } from './browser/table';
import { type Anchoring, anchorByReference, anchorByRung } from './page/anchoring';
import { measureChanging } from './page/changing';
import { askerIn } from './page/in-page';
import { measurePainting } from './page/painting';
import { makeProse, pageOf, revise } from './page/prose';
import { byKey, evidenceAt, quotesOf } from './page/records';
import { measureTyping } from './page/typing';
import { measureWeight } from './page/weight';

/** Characters, and characters for each piece of evidence. */
const LENGTH = 1_000_000;
const PER_EVIDENCE = 1_000;

/**
 * Measures what Rung costs in a page: of a megabyte, with a thousand pieces of evidence, or of
 * another length with as many of them to a page, in a real browser. Its peer is the same page
 * without Rung, and for finding, the algorithm of Hypothesis.
 *
 * @param args `paint`, `type`, `change`, `weight`, `anchor` for some of it, all if left out;
 *   `--top` lists the functions of Rung that took most, `--length=50000` makes a shorter page
 */
export async function run(args: string[]): Promise<void> {
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const wants = (part: string) => asked.length === 0 || asked.includes(part);
  const top = (names: readonly string[]) => {
    if (args.includes('--top')) console.log(`    ${names.join(', ')}`);
  };

  const given = args.find((arg) => arg.startsWith('--length='))?.slice('--length='.length);
  const length = given === undefined ? LENGTH : Number(given);
  const evidence = Math.round(length / PER_EVIDENCE);
  if (!(evidence > 0))
    throw new Error(`--length=${given}: a number from ${PER_EVIDENCE} on, please.`);
  const prose = makeProse(length, evidence);
  const revised = revise(prose);
  const quotes = quotesOf(prose);
  const [before, after] = [pageOf(prose.paragraphs), pageOf(revised.paragraphs)];
  const site = await serve({
    '/tagged': before,
    '/revised': after,
    '/without': after,
    '/empty': '<!doctype html><title>Empty</title><p>Nothing was tagged here.',
  });
  const browser = await startBrowser();
  const { rung } = browser;
  try {
    const asker = await askerIn(browser);
    for (const path of ['/tagged', '/revised']) {
      await rung.storage.set(byKey(evidenceAt(site.url(path), quotes)));
    }
    console.log(
      `Page: ${length / 1e6} MB of text in one contenteditable, ${evidence} pieces of evidence`,
    );

    if (wants('paint')) {
      const rows = [
        ['', 'first', 'all', 'main thread', "Rung's script", 'tasks > 50 ms', 'longest'],
      ];
      for (const path of ['/tagged', '/revised']) {
        const page = await rung.open(site.url(path));
        const one = await measurePainting(page, asker);
        const times = [one.first, one.all, one.task, one.script].map(ms);
        rows.push([
          `${path.slice(1)} (${one.states})`,
          ...times,
          `${one.longTasks}`,
          ms(one.longest),
        ]);
        top(one.top);
        await page.close();
      }
      printTable('Asked for, until painted: milliseconds', rows);
    }

    if (wants('type')) {
      const rows = [['', 'frames p50 / p95 / max', 'work for a key', 'tasks > 50 ms', 'longest']];
      const keys: number[] = [];
      for (const path of ['/without', '/revised', '/without', '/revised']) {
        const page = await rung.open(site.url(path));
        if (path === '/revised') await asker.show(page);
        const one = await measureTyping(browser, page);
        keys.push(one.perKey);
        rows.push([
          path === '/revised' ? 'with Rung' : 'without Rung',
          spreadText(one.frames),
          ms(one.perKey),
          `${one.longTasks}`,
          ms(one.longest),
        ]);
        await page.close();
      }
      printTable('Typing with real keys: milliseconds', rows);
      const [peer = 0, own = 0, peerAgain = 0, ownAgain = 0] = keys;
      console.log(
        `  with Rung a key costs ${ratio(own + ownAgain, peer + peerAgain)} what it does without`,
      );
    }

    if (wants('change')) {
      const rows = [['', 'page', "Rung's script"]];
      const added: number[] = [];
      let peer = 0;
      for (const path of ['/without', '/revised', '/without', '/revised']) {
        const page = await rung.open(site.url(path));
        if (path === '/revised') await asker.show(page);
        const one = await measureChanging(page);
        rows.push([
          path === '/revised' ? 'with Rung' : 'without Rung',
          one.page.toFixed(2),
          one.script.toFixed(2),
        ]);
        top(one.top);
        if (path === '/without') peer = one.page;
        else added.push(one.page - peer);
        await page.close();
      }
      printTable('A page that changes twelve times a second: per cent of a core', rows);
      console.log(`  Rung adds ${added.map((one) => one.toFixed(2)).join(' and ')} % of a core`);
    }

    if (wants('weight')) {
      const weight = await measureWeight(browser, asker, site.url('/empty'));
      printTable('What a page is given', [
        ['', 'bytes', 'gzipped'],
        ['before any gesture', `${weight.before} scripts`, ''],
        ...weight.files.map(([name, bytes, gzipped]) => [name, `${bytes}`, `${gzipped}`]),
      ]);
      console.log(`  script when it comes to a page without evidence: ${ms(weight.script)} ms`);
    }

    if (wants('anchor')) {
      const ids = evidenceAt(site.url('/revised'), quotes).map(({ id }) => id);
      const page = await rung.open(site.url('/revised'));
      const own = await anchorByRung(page, asker, quotes, ids, revised.now);
      await page.close();
      const plain = await rung.open(site.url('/without'));
      const peer = await anchorByReference(plain, quotes, revised.now);
      await plain.close();
      printTable(`Finding ${evidence} quotes in the revised page`, [
        [
          '',
          'main thread, ms',
          'went by, ms',
          'longest pause, ms',
          'right, %',
          'deleted: found, %',
        ],
        ['Rung', ...anchoringCells(own)],
        ["Hypothesis' algorithm", ...anchoringCells(peer)],
      ]);
      console.log(`  Hypothesis' algorithm takes ${ratio(peer.task, own.task)} as long`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

function anchoringCells({ task, wall, longest, right, invented }: Anchoring): string[] {
  return [ms(task), ms(wall), ms(longest), right.toFixed(1), invented.toFixed(1)];
}
