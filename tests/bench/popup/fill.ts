import { keyOf } from '../../../data/evidence/keys';
import { parseLadder } from '../../../data/ladder';
import type { InChromium } from '../../e2e/harness/chromium';
import { manyLadders, muchEvidence } from '../search/corpus';
import { REVIEW_SENTENCES, type ReviewSentence, readJson } from '../search/queries';

/** What the settings say: whoever measures stands on the first of the ladders. */
const settings = { ladder: 'ladder-0', level: 'senior-pm', periodFrom: null, periodTo: null };

function ladders() {
  const real = ['intercom-pm', 'webflow-pm'].map((id) => {
    const parsed = parseLadder(readJson(`data/ladders/${id}.json`));
    if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
    return parsed.ladder;
  });
  return manyLadders(real);
}

/** Gives the extension twenty large ladders of the user's own. */
export async function fillLadders({ storage }: InChromium): Promise<void> {
  const own = Object.fromEntries(ladders().map((one) => [one.id, one]));
  await storage.set({ ladders: own, settings: settings });
}

/** Gives the extension the ladders it brings along and nothing else. */
export async function fillNothing({ storage }: InChromium): Promise<void> {
  await storage.clear();
  await storage.set({ settings: { ...settings, ladder: 'intercom-pm' } });
}

/** Stores ten thousand pieces of evidence, or the first of them. */
export async function fillEvidence({ storage }: InChromium, most?: number): Promise<number> {
  const sentences = readJson<ReviewSentence[]>(REVIEW_SENTENCES).map(({ text }) => text);
  const [ladder] = ladders();
  if (!ladder) throw new Error('There is no ladder.');
  const records = muchEvidence(sentences, ladder).slice(0, most);
  await storage.set(Object.fromEntries(records.map((one) => [keyOf(one), one])));
  return records.length;
}
