import { useRef, useState } from 'preact/hooks';
import { compareDays, type Day, FIRST_WHEN, isDay, localDay } from '../../data/days';

/** Not all of a date is there, it is still to come, or its year is a slip. */
export type WhenProblem = 'half' | 'future' | 'old';

/** A day that was chosen; `''` where it was cleared, which says the day of tagging. */
export type ChosenDay = Day | '';

/**
 * The date a form has, checked when it is left and before it is saved: in between every year begins
 * as one of the first century.
 *
 * @param start the day it begins with
 * @param untouched what to store where nobody touched it, asked when it is saved; `undefined` for
 *   the day of tagging, which needs no saying
 * @param chosen what was chosen before the form was drawn; `null` for nothing
 */
export function useWhen(
  start: Day,
  untouched: () => Day | undefined,
  chosen: ChosenDay | null = null,
) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(chosen);
  // To the browser a field with half a date is as empty as one that was cleared.
  const [isHalf, setHalf] = useState(false);
  const [problem, setProblem] = useState<WhenProblem | null>(null);
  const value = typed ?? start;
  const max = localDay(new Date());
  const check = () => {
    const found = input.current && whenProblem(input.current, start, max);
    setProblem(found);
    return found === null;
  };
  const lookForHalf = () => setHalf(input.current?.validity.badInput ?? false);
  return {
    value,
    /** What to store: a day that was chosen, be it the day of tagging; `undefined` where it was cleared. */
    said: () => (typed === null ? untouched() : typed || undefined),
    touched: typed !== null,
    /** What was chosen; `null` for nothing, and for what is no day yet. */
    chosen: typed !== null && !isHalf && (typed === '' || isDay(typed)) ? typed : null,
    /** Whether it can be saved; if not, it says why and has the focus. */
    isRight: () => {
      const right = check();
      if (!right) input.current?.focus();
      return right;
    },
    field: {
      value,
      max,
      problem,
      inputRef: input,
      onInput: (now: string) => {
        setTyped(now);
        lookForHalf();
        setProblem(null);
      },
      onBlur: () => {
        // From empty to half and back, browsers tell of no input.
        lookForHalf();
        check();
      },
    },
  };
}

/** What is wrong with the date in a field; nothing is with an empty one, and with what it had. */
function whenProblem(
  { value, validity }: Pick<HTMLInputElement, 'value'> & { validity: { badInput: boolean } },
  start: Day,
  today: Day,
): WhenProblem | null {
  if (validity.badInput) return 'half';
  if (value === '' || value === start) return null;
  if (!isDay(value)) return 'half';
  if (compareDays(value, today) > 0) return 'future';
  return compareDays(value, FIRST_WHEN) < 0 ? 'old' : null;
}
