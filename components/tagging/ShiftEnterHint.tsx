import type { RefObject } from 'preact';
import { i18n } from '#i18n';

interface Props {
  /** The element of the form that has the keyboard; `null` before any has. */
  entered: Element | null;
  /** The field that asks which sub-skill. */
  field: RefObject<HTMLElement>;
}

/** What Shift Enter does where the keyboard is; it keeps its place where that is nothing. */
export function ShiftEnterHint({ entered, field }: Props) {
  const does = doesIn(entered, field.current);
  return (
    <span class="hint small soft" data-away={does === null ? '' : undefined}>
      <kbd>Shift</kbd> <kbd>Enter</kbd> {does ?? i18n.t('tag.more')}
    </span>
  );
}

function doesIn(entered: Element | null, field: Element | null): string | null {
  if (entered !== null && entered === field) return i18n.t('tag.more');
  return entered?.matches('.note textarea') ? i18n.t('tag.newLine') : null;
}
