import { documentKey } from '../../../data/document-key';
import { keyOf } from '../../../data/evidence/keys';
import { type Evidence, withQuote } from '../../../data/evidence/record';
import intercom from '../../../data/ladders/intercom-pm.json';
import { describeQuote, type Quote } from '../../../data/quote';
import { type Prose, textOf } from './prose';

/** The passages of a document as quotes, described in the text they were tagged in. */
export function quotesOf(prose: Prose): Quote[] {
  const text = textOf(prose.paragraphs);
  const starts: number[] = [];
  let at = 0;
  for (const sentences of prose.paragraphs) {
    starts.push(at);
    at += sentences.join(' ').length + 1;
  }
  return prose.passages.map(({ paragraph, from, to }) => {
    const sentences = prose.paragraphs[paragraph] ?? [];
    const before = sentences.slice(0, from).map((one) => `${one} `);
    const start = (starts[paragraph] ?? 0) + before.join('').length;
    const end = start + sentences.slice(from, to + 1).join(' ').length;
    return describeQuote(text, start, end);
  });
}

/** One piece of evidence for each quote, as if tagged at an address. */
export function evidenceAt(source: string, quotes: readonly Quote[]): Evidence[] {
  const subSkills = intercom.skillAreas.flatMap((area) => area.subSkills.map(({ id }) => id));
  return quotes.map((quote, n) => {
    const at = new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
    return {
      schema: 1,
      id: `${new URL(source).pathname.replace(/\W/g, '')}-${n}`,
      ladder: intercom.id,
      subSkill: subSkills[n % subSkills.length] as string,
      level: intercom.levels[n % intercom.levels.length]?.id ?? '',
      kind: 'self',
      note: '',
      target: {
        source,
        document: documentKey(source),
        title: 'Notes',
        surface: 'page',
        selector: withQuote(quote),
      },
      created: at,
      modified: at,
    };
  });
}

/** Records by their keys in extension storage. */
export function byKey(records: readonly Evidence[]): Record<string, Evidence> {
  return Object.fromEntries(records.map((one) => [keyOf(one), one]));
}
