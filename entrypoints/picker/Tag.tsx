import { useState } from 'preact/hooks';
import { TagForm } from '../../components/picker/TagForm';
import type { Evidence } from '../../data/evidence';
import type { Draft } from '../tagger/messages';
import type { Library } from '../wiring/use-library';
import { useTagging } from '../wiring/use-tagging';
import { Saved } from './Saved';

interface Props {
  library: Library & { mine: NonNullable<Library['mine']> };
  evidence: readonly Evidence[];
  draft: Draft;
  onClose: () => void;
}

/** The form, and after it the confirmation. */
export function Tag({ library, evidence, draft, onClose }: Props) {
  const [saved, setSaved] = useState<readonly Evidence[] | null>(null);
  // What is saved below must not change the guesses under the user's fingers.
  const [before] = useState(evidence);
  const tagging = useTagging(library, draft, before);
  if (saved) return <Saved ladders={library.ladders} records={saved} onClose={onClose} />;
  return <TagForm {...tagging.form} onSaved={() => setSaved(tagging.saved())} onCancel={onClose} />;
}
