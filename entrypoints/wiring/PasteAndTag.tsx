import { useState } from 'preact/hooks';
import { TagForm } from '../../components/picker/TagForm';
import { describeQuote } from '../../data/quote';
import type { Draft } from '../tagger/messages';
import type { Library } from './use-library';
import { useTagging } from './use-tagging';

interface Props {
  library: Library & { mine: NonNullable<Library['mine']> };
  onDone: () => void;
}

/** For pages that nobody may read: the passage is pasted in, and tagged without a place. */
export function PasteAndTag({ library, onDone }: Props) {
  const [pasted, setPasted] = useState('');
  const { exact, prefix, suffix } = describeQuote(pasted, 0, pasted.length);
  const draft: Draft = {
    quote: { exact, prefix, suffix },
    surface: 'pasted',
    source: '',
    title: '',
    approximate: false,
    already: [],
  };
  const tagging = useTagging(library, draft);
  return (
    <TagForm
      {...tagging.form}
      paste={{ value: pasted, onInput: setPasted }}
      onCancel={onDone}
      onSaved={onDone}
    />
  );
}
