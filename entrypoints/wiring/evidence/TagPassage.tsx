import { useLearnt } from '../ladder/use-learnt';
import type { Draft } from '../messages/reading';
import { TagAndConfirm, type TaggingProps } from './TagAndConfirm';

/** Tags a passage that was read in a page. */
export function TagPassage({ draft, ...props }: TaggingProps & { draft: Draft }) {
  return <TagAndConfirm {...props} draft={draft} learning={useLearnt(draft.already)} />;
}
