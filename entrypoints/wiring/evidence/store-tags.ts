import type { Choice } from '../../../components/tagging/TagForm';
import { documentKey } from '../../../data/document-key';
import { createEvidenceStore, type EvidenceDraft } from '../../../data/evidence';
import { isSameTag } from '../../../data/evidence/same-tag';
import type { StoredTags } from '../../../data/evidence/store-types';
import type { Draft } from '../messages/reading';
import { targetOf } from './target-of';

/**
 * Stores a piece of evidence for each sub-skill that was chosen, but for those the passage is tagged
 * with already.
 *
 * @throws where the browser refuses; then none is stored: a passage half tagged would have to be
 *   looked for
 */
export async function storeTags(draft: Draft, choice: Choice): Promise<StoredTags> {
  const tags = choice.subSkills.map(({ ladder, subSkill }) =>
    toTag(draft, { ...choice, ladder, subSkill }),
  );
  return createEvidenceStore().addUnsaid(tags, documentKey(draft.source), (one, tag) =>
    isSameTag(one, tag, draft.already),
  );
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
    target: targetOf(draft),
  };
}
