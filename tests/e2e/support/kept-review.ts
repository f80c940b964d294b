import { documentKey } from '../../../data/document-key';
import { keyOf } from '../../../data/evidence/keys';
import { EVIDENCE_SCHEMA, type Evidence, withQuote } from '../../../data/evidence/record';
import { describeQuote } from '../../../data/quote';
import type { ExtensionStorage } from '../harness/storage';

/** A short self-review, a paragraph a line. */
export const REVIEW = [
  'The old checkout asked for an address before it showed a delivery date, and a third left.',
  'I wrote the brief and cut two of the five ideas, because nobody would have missed them.',
  'We shipped to Denmark in August and saw completed orders rise by six per cent in three weeks.',
  'Samira took over the carrier work, and I gave her the open questions rather than a plan.',
  'I was late in telling the warehouse, who learned of the new dates from a shop.',
  'What comes next is the delivery date on the product page, and saying no in fewer words.',
];

/** A passage in its third paragraph. */
export const PASSAGE = 'saw completed orders rise by six per cent';

/** A page around some markup. */
export const page = (body: string, title = 'Self-review') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
  <body>${body}</body></html>`;

export const paragraphs = (texts: readonly string[]) =>
  texts.map((text) => `<p>${text}</p>`).join('\n');

interface Rest extends Partial<Evidence> {
  /** The paragraphs of the document; the short self-review's unless given. */
  readonly texts?: readonly string[];
  readonly surface?: Evidence['target']['surface'];
}

/** Stores evidence for a passage of a document, as tagging it would, and gives it. */
export async function storeEvidence(
  storage: ExtensionStorage,
  source: string,
  exact: string,
  { texts = REVIEW, surface = 'page', ...rest }: Rest = {},
): Promise<Evidence> {
  const text = texts.join('\n');
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`The document does not say "${exact}".`);
  const record: Evidence = {
    schema: EVIDENCE_SCHEMA,
    id: 'one',
    ladder: 'intercom-pm',
    subSkill: 'customer-focus',
    level: 'senior-pm',
    kind: 'self',
    note: '',
    target: {
      source,
      document: documentKey(source),
      title: 'Self-review',
      surface,
      selector: withQuote(describeQuote(text, start, start + exact.length)),
    },
    created: '2026-02-02T09:00:00.000Z',
    modified: '2026-02-02T09:00:00.000Z',
    ...rest,
  };
  await storage.set({ [keyOf(record)]: record });
  return record;
}
