import { useState } from 'preact/hooks';
import { TagForm } from '../../components/picker/TagForm';
import type { StoredTags } from '../../data/evidence/store';
import type { Draft } from '../tagger/messages';
import { Saved } from '../wiring/evidence/Saved';
import { useTagging } from '../wiring/evidence/use-tagging';
import { useLearnt } from '../wiring/ladder/use-learnt';
import type { SettledLibrary } from '../wiring/ladder/use-library';

interface Props {
  library: SettledLibrary;
  draft: Draft;
  /** Something was typed that is not stored yet; false once it is, or is given up. */
  onUnsaved: (unsaved: boolean) => void;
  onClose: () => void;
}

/** The form, and after it the confirmation. */
export function Tag({ library, draft, onUnsaved, onClose }: Props) {
  const { learnt, touch } = useLearnt();
  const [saved, setSaved] = useState<StoredTags | null>(null);
  const tagging = useTagging(library, draft, learnt);
  if (saved) return <Saved ladders={library.ladders} tags={saved} onClose={onClose} />;
  return (
    <div onKeyDownCapture={touch} onPointerDownCapture={touch}>
      <TagForm
        {...tagging.form}
        onSaved={() => setSaved(tagging.saved())}
        onUnsaved={onUnsaved}
        onCancel={onClose}
      />
    </div>
  );
}
