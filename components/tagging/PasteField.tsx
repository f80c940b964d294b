import type { RefObject } from 'preact';
import { i18n } from '#i18n';

/** A passage that is pasted and not read. */
export interface Paste {
  value: string;
  onInput: (value: string) => void;
  /** Why what stands in the field cannot be tagged, if it cannot. */
  problem: string | null;
}

interface Props extends Paste {
  inputRef: RefObject<HTMLTextAreaElement>;
  /** Id of the element that says what is wrong with it; `null` where nothing is. */
  wrong: string | null;
}

/** The field that a passage is pasted into. */
export function PasteField({ value, onInput, problem, inputRef, wrong }: Props) {
  return (
    <textarea
      ref={inputRef}
      class="paste"
      rows={3}
      value={value}
      dir={problem ? undefined : 'auto'}
      placeholder={i18n.t('tag.paste')}
      aria-label={i18n.t('tag.paste')}
      aria-invalid={wrong !== null}
      aria-describedby={wrong ?? undefined}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
