import { i18n } from '#i18n';
import { marked } from '../common/Marked';

interface Props {
  text: string;
  marks: readonly (readonly [number, number])[] | undefined;
  /** Whether its button is left out for now. */
  bare?: boolean;
  onCopy: (text: string) => void;
}

let label: string | undefined;

/** Each asking crosses into the browser, and what is found has dozens of statements. */
function copyLabel(): string {
  label ??= i18n.t('copy.statement');
  return label;
}

/**
 * One expectation. Arrow keys stop at it; `c` or the button copies it.
 *
 * Nothing is drawn as often for a key typed, so it is two elements and no more: the dash before it
 * and the button's sign are the style sheet's. While keys come it goes without the button, which
 * takes as much as the words: it lies over them, so the browser paints each on its own.
 */
export function Statement({ text, marks, bare = false, onCopy }: Props) {
  return (
    <li class={bare ? 'statement' : 'statement copyable'} data-stop="statement" tabIndex={-1}>
      {...marked(text, marks)}
      {!bare && (
        <button
          type="button"
          class="copy-sign"
          tabIndex={-1}
          title={copyLabel()}
          aria-label={copyLabel()}
          onClick={() => onCopy(text)}
        />
      )}
    </li>
  );
}
