import type { Choice } from '../../components/picker/TagForm';
import { documentKey } from '../../data/document-key';
import { documentTitle } from '../../data/document-title';
import {
  createEvidenceStore,
  type Evidence,
  type EvidenceDraft,
  withQuote,
} from '../../data/evidence';
import { isSameTag } from '../../data/evidence/same-tag';
import type { Draft } from '../tagger/messages';

export interface StoredTags {
  readonly records: readonly Evidence[];
  /** What was stored before and says the same as what was chosen: not stored again. */
  readonly already: readonly Evidence[];
}

/**
 * Stores a piece of evidence for each sub-skill that was chosen, but for those the passage is tagged
 * with already.
 *
 * @throws where the browser refuses one; then none is stored
 */
export async function storeTags(draft: Draft, choice: Choice): Promise<StoredTags> {
  const store = createEvidenceStore();
  const document = documentKey(draft.source);
  // Words that came without a document may have come from any.
  const there = document ? await store.ofDocument(document) : (await store.all()).evidence;
  const records: Evidence[] = [];
  const already: Evidence[] = [];
  try {
    for (const { ladder, subSkill } of choice.subSkills) {
      const tag = toTag(draft, { ...choice, ladder, subSkill });
      const same = there.find((one) => isSameTag(one, tag, draft.already));
      if (same) already.push(same);
      else records.push(await store.add(tag));
    }
  } catch (error) {
    // All or none: a passage half tagged would have to be looked for.
    await store.remove(records).catch(() => undefined);
    throw error;
  }
  return { records, already };
}

type Tag = Pick<EvidenceDraft, 'ladder' | 'subSkill' | 'level' | 'kind' | 'note' | 'when'>;

function toTag(draft: Draft, { ladder, subSkill, level, kind, note, when }: Tag): EvidenceDraft {
  return {
    ladder,
    subSkill,
    level,
    kind,
    note,
    ...(when !== undefined && { when }),
    target: {
      source: draft.source,
      document: documentKey(draft.source),
      title: documentTitle(draft.title, draft.source),
      surface: draft.surface,
      selector: withQuote(draft.quote),
    },
  };
}
