import { Copy } from 'lucide-preact';
import { i18n } from '#i18n';
import { Marked } from '../common/Marked';

interface Props {
  text: string;
  marks: readonly (readonly [number, number])[] | undefined;
  onCopy: (text: string) => void;
}

/** One expectation. Arrow keys stop at it; `c` or the button copies it. */
export function Statement({ text, marks, onCopy }: Props) {
  return (
    <li class="statement" data-stop="statement" data-copy={text} tabIndex={-1}>
      <span>
        <Marked text={text} marks={marks} />
      </span>
      <button
        type="button"
        class="icon-button"
        tabIndex={-1}
        title={i18n.t('copy.statement')}
        aria-label={i18n.t('copy.statement')}
        onClick={() => onCopy(text)}
      >
        <Copy aria-hidden="true" />
      </button>
    </li>
  );
}
