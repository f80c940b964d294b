import { useRef, useState } from 'preact/hooks';
import { type Day, isDay, localDay } from '../../data/days';
import { type DateSlip, slipIn } from '../common/date-slip';

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
  const [problem, setProblem] = useState<DateSlip | null>(null);
  const value = typed ?? start;
  const max = localDay(new Date());
  const check = () => {
    const field = input.current;
    // Nothing is wrong with what it had.
    const found = field && field.value !== start ? slipIn(field, max) : null;
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
