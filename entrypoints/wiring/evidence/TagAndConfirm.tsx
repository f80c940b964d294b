import { useState } from 'preact/hooks';
import { sayChosen } from '../../../components/common/chosen';
import type { Paste } from '../../../components/tagging/PasteField';
import { TagForm, type TagFormProps } from '../../../components/tagging/TagForm';
import type { StoredTags } from '../../../data/evidence/store-types';
import type { Learnt } from '../ladder/use-learnt';
import type { SettledLibrary } from '../ladder/use-library';
import type { PickerCaret } from '../messages/picker';
import type { Draft } from '../messages/reading';
import { Saved } from './Saved';
import { useTagging } from './use-tagging';

export interface TaggingProps {
  library: SettledLibrary;
  /** Something was typed that is not stored yet; false once it is, or is given up. */
  onUnsaved?: (unsaved: boolean) => void;
  /** Tagged, and that was confirmed; or given up. */
  onDone: () => void;
  /** Tagged, and the user goes on in the document at an end of the passage; `onDone` if left out. */
  onLeave?: (caret: PickerCaret) => void;
}

interface Props extends TaggingProps, Pick<TagFormProps, 'note' | 'onNote'> {
  draft: Draft;
  learning: Learnt;
  /** Where the passage is pasted. */
  paste?: Paste;
  /** Tagged, or given up: what was typed need be kept no longer. Not told where the form only goes. */
  onSettled?: () => void;
}

/** The form for a passage, and after it the confirmation. */
export function TagAndConfirm(props: Props) {
  const { library, draft, learning, onUnsaved, onDone, onLeave = onDone, ...rest } = props;
  const { onSettled, ...typed } = rest;
  const { learnt, touch } = learning;
  const [saved, setSaved] = useState<StoredTags | null>(null);
  const tagging = useTagging(library, draft, learnt);
  if (saved) {
    const { ladders } = library;
    return <Saved ladders={ladders} tags={saved} onClose={onDone} onLeave={onLeave} />;
  }
  return (
    <div onKeyDownCapture={touch} onPointerDownCapture={touch}>
      <TagForm
        {...tagging.form}
        {...typed}
        onSaved={() => {
          // Its confirmation has an undo of its own, which goes with it.
          sayChosen();
          onSettled?.();
          setSaved(tagging.saved());
        }}
        onUnsaved={onUnsaved}
        onCancel={() => {
          onSettled?.();
          onDone();
        }}
      />
    </div>
  );
}
