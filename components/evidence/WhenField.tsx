import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { FIRST_WHEN } from '../../data/days';
import type { DateSlip } from '../common/date-slip';
import { Problem } from '../common/Problem';
import './when-field.css';

interface Props {
  value: string;
  /** Today: work that is still to be done is no evidence. */
  max: string;
  problem: DateSlip | null;
  inputRef: RefObject<HTMLInputElement>;
  onInput: (value: string) => void;
  onBlur: () => void;
  /** Why it says what it says, one line. */
  hint: string | null;
}

/** The day the work was done, which is seldom the day it is tagged. */
export function WhenField({ value, max, problem, inputRef, onInput, onBlur, hint }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class="when">
      <label>
        <span class="label">{i18n.t('tag.when')}</span>
        <input
          ref={inputRef}
          type="date"
          min={FIRST_WHEN}
          max={max}
          value={value}
          aria-invalid={problem !== null}
          aria-describedby={described || undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={onBlur}
        />
      </label>
      {hint && (
        <p class="small soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && <Problem id={`${id}-problem`}>{problemWords(problem)}</Problem>}
    </div>
  );
}

function problemWords(problem: DateSlip): string {
  switch (problem) {
    case 'half':
      return i18n.t('tag.whenHalf');
    case 'future':
      return i18n.t('tag.whenFuture');
    case 'old':
      return i18n.t('tag.whenOld');
  }
}
