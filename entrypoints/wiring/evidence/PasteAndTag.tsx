import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { figures } from '../../../components/common/language';
import { documentKey } from '../../../data/document-key';
import type { Evidence } from '../../../data/evidence';
import { MAX_PASSAGE, trimSpan } from '../../../data/passage';
import { useAllLearnt } from '../ladder/use-learnt';
import type { Draft } from '../messages/reading';
import type { FrontPage } from '../site/front-page';
import { TagAndConfirm, type TaggingProps } from './TagAndConfirm';

/** What stands in the form and is not stored yet. */
export interface Pasted {
  readonly passage: string;
  readonly note: string;
  /** Where the passage comes from. */
  readonly page: FrontPage;
}

interface Props extends TaggingProps {
  /** The page in front, which the passage most likely comes from. */
  page: FrontPage;
  /** What the form is to begin with. */
  draft?: Pasted | null;
  /** Something was typed; `null` where nothing is left to be stored, be it saved or given up. */
  onTyped?: (pasted: Pasted | null) => void;
}

/** For pages that nobody may read: the passage is pasted in, and tagged with the page but no place in it. */
export function PasteAndTag({ page, draft: begun, onTyped, ...props }: Props) {
  const [pasted, setPasted] = useState(begun?.passage ?? '');
  const note = useRef(begun?.note ?? '');
  // Whoever pastes has come from there; other pages may be looked at until it is saved.
  const from = useRef(begun?.page ?? page);
  if (pasted === '') from.current = page;
  const tooLong = pasted.length > MAX_PASSAGE;
  const span = tooLong ? null : trimSpan(pasted, { start: 0, end: pasted.length });
  const learning = useAllLearnt();
  const exact = span ? pasted.slice(span.start, span.end) : '';
  const draft: Draft = {
    quote: { exact, prefix: '', suffix: '' },
    surface: 'pasted',
    source: from.current.url,
    title: from.current.title,
    already: tagsOf(exact, from.current.url, learning.learnt),
  };
  const tell = (words: string) => {
    // What cannot be tagged need not be kept.
    const passage = words.length > MAX_PASSAGE ? '' : words;
    const isTyped = passage.trim() !== '' || note.current.trim() !== '';
    onTyped?.(isTyped ? { passage, note: note.current, page: from.current } : null);
  };
  const paste = {
    value: pasted,
    onInput: (passage: string) => {
      setPasted(passage);
      tell(passage);
    },
    problem: tooLong ? i18n.t('tag.pastedTooLong', [figures(MAX_PASSAGE)]) : null,
  };
  return (
    <TagAndConfirm
      {...props}
      draft={draft}
      learning={learning}
      paste={paste}
      note={note.current}
      onNote={(words) => {
        note.current = words;
        tell(pasted);
      }}
      onSettled={() => onTyped?.(null)}
    />
  );
}

/** What a document's evidence, or that of any where it is not known, has of the very words. */
function tagsOf(exact: string, source: string, tagged: readonly Evidence[]): string[] {
  const document = documentKey(source);
  return tagged
    .filter(({ target }) => target.selector[0].exact === exact)
    .filter(({ target }) => !document || target.document === document)
    .map(({ id }) => id);
}
