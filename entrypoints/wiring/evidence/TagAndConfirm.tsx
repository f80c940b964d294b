import { useState } from 'preact/hooks';
import type { Paste } from '../../../components/picker/PasteField';
import { TagForm } from '../../../components/picker/TagForm';
import type { StoredTags } from '../../../data/evidence/store';
import type { Draft } from '../../tagger/messages';
import type { Learnt } from '../ladder/use-learnt';
import type { SettledLibrary } from '../ladder/use-library';
import { Saved } from './Saved';
import { useTagging } from './use-tagging';

export interface TaggingProps {
  library: SettledLibrary;
  /** Something was typed that is not stored yet; false once it is, or is given up. */
  onUnsaved?: (unsaved: boolean) => void;
  /** Tagged, and that was confirmed; or given up. */
  onDone: () => void;
}

interface Props extends TaggingProps {
  draft: Draft;
  learning: Learnt;
  /** Where the passage is pasted. */
  paste?: Paste;
}

/** The form for a passage, and after it the confirmation. */
export function TagAndConfirm({ library, draft, learning, paste, onUnsaved, onDone }: Props) {
  const { learnt, touch } = learning;
  const [saved, setSaved] = useState<StoredTags | null>(null);
  const tagging = useTagging(library, draft, learnt);
  if (saved) return <Saved ladders={library.ladders} tags={saved} onClose={onDone} />;
  return (
    <div onKeyDownCapture={touch} onPointerDownCapture={touch}>
      <TagForm
        {...tagging.form}
        {...(paste ? { paste } : {})}
        onSaved={() => setSaved(tagging.saved())}
        onUnsaved={onUnsaved}
        onCancel={onDone}
      />
    </div>
  );
}
