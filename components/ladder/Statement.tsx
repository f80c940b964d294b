import { i18n } from '#i18n';
import { Marked } from '../common/Marked';

interface Props {
  text: string;
  marks: readonly (readonly [number, number])[] | undefined;
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
 * and the button's sign are the style sheet's.
 */
export function Statement({ text, marks, onCopy }: Props) {
  return (
    <li class="statement" data-stop="statement" tabIndex={-1}>
      <Marked text={text} marks={marks} />
      <button
        type="button"
        class="copy-sign"
        tabIndex={-1}
        title={copyLabel()}
        aria-label={copyLabel()}
        onClick={() => onCopy(text)}
      />
    </li>
  );
}
