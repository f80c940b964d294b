import { useRef, useState } from 'preact/hooks';
import { TagForm } from '../../components/picker/TagForm';
import type { Evidence } from '../../data/evidence';
import type { Draft } from '../tagger/messages';
import { Saved } from '../wiring/Saved';
import { useEvidence } from '../wiring/use-evidence';
import type { Library } from '../wiring/use-library';
import { useTagging } from '../wiring/use-tagging';

interface Props {
  library: Library & { mine: NonNullable<Library['mine']> };
  draft: Draft;
  onClose: () => void;
}

const NONE: readonly Evidence[] = [];

/** The form, and after it the confirmation. */
export function Tag({ library, draft, onClose }: Props) {
  // Read from here and not sooner, so that the form has the keyboard before.
  const evidence = useEvidence()?.evidence;
  const [saved, setSaved] = useState<readonly Evidence[] | null>(null);
  // The form waits for nothing, so what was tagged before comes a moment after it. Once the user
  // has touched a key, the guesses stay as they are under their fingers.
  const touched = useRef(false);
  const learnt = useRef<readonly Evidence[]>(NONE);
  if (!touched.current && evidence) learnt.current = evidence;
  const tagging = useTagging(library, draft, learnt.current);
  if (saved) return <Saved ladders={library.ladders} records={saved} onClose={onClose} />;
  const touch = () => {
    touched.current = true;
  };
  return (
    <div onKeyDownCapture={touch} onPointerDownCapture={touch}>
      <TagForm {...tagging.form} onSaved={() => setSaved(tagging.saved())} onCancel={onClose} />
    </div>
  );
}
