import { useState } from 'preact/hooks';
import { TagForm } from '../../../components/picker/TagForm';
import type { StoredTags } from '../../../data/evidence/store';
import type { Draft } from '../../tagger/messages';
import { useLearnt } from '../ladder/use-learnt';
import type { SettledLibrary } from '../ladder/use-library';
import { Saved } from './Saved';
import { useTagging } from './use-tagging';

interface Props {
  library: SettledLibrary;
  draft: Draft;
  /** Something was typed that is not stored yet; false once it is, or is given up. */
  onUnsaved: (unsaved: boolean) => void;
  onDone: () => void;
}

/** The form for a passage that was read in a page, and after it the confirmation. */
export function TagPassage({ library, draft, onUnsaved, onDone }: Props) {
  const { learnt, touch } = useLearnt();
  const [saved, setSaved] = useState<StoredTags | null>(null);
  const tagging = useTagging(library, draft, learnt);
  if (saved) return <Saved ladders={library.ladders} tags={saved} onClose={onDone} />;
  return (
    <div onKeyDownCapture={touch} onPointerDownCapture={touch}>
      <TagForm
        {...tagging.form}
        onSaved={() => setSaved(tagging.saved())}
        onUnsaved={onUnsaved}
        onCancel={onDone}
      />
    </div>
  );
}
