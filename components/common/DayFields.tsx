import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Day, type Days, isReversed, LAST_DAY } from '../../data/days';
import { type DateSlip, slipIn } from './date-slip';
import './day-fields.css';

type End = keyof Days;

interface Slip {
  /** What the field says of itself: `''` for a date that is not complete. */
  readonly value: string;
  readonly why: DateSlip;
}

interface Props {
  days: Days;
  /** What is said of a date that is not complete. */
  half: string;
  /** What else is wrong, which comes first. */
  other?: string | null;
  /** What is wrong is read out at once. */
  urgent?: boolean;
  /** A field holds a likely day now, or none. Until it does, what was there before goes on counting. */
  onDay: (end: End, day: Day | null) => void;
}

/** The fields for the first and the last day of a stretch, and below them what is wrong with them. */
export function DayFields({ days, half, other = null, urgent = false, onDay }: Props) {
  const [slips, setSlips] = useState<Partial<Record<End, Slip>>>({});
  // A year that is still being typed is wrong most of the time, and nobody's mistake.
  const [typing, setTyping] = useState(false);
  const pair = useRef<Partial<Record<End, HTMLInputElement | null>>>({});
  const problemId = useId();
  const wrong = isReversed(days);
  const slip = slips.from ?? slips.to;
  const problem = other ?? (typing ? null : problemWords(slip?.why, half, wrong));
  const look = (end: End, { value, validity }: HTMLInputElement) => {
    const why = slipIn({ value, validity });
    setSlips((before) => ({ ...before, [end]: why ? { value, why } : undefined }));
    return why;
  };
  const field = (end: End, label: string) => (
    <label>
      <span class="label">{label}</span>
      <input
        ref={(element) => {
          pair.current[end] = element;
        }}
        type="date"
        max={LAST_DAY}
        aria-invalid={!typing && (slips[end] !== undefined || (!slip && wrong))}
        aria-describedby={problem === null ? undefined : problemId}
        value={slips[end]?.value ?? days[end] ?? ''}
        onChange={({ currentTarget }) => {
          setTyping(true);
          if (!look(end, currentTarget)) onDay(end, currentTarget.value || null);
        }}
        onFocusOut={({ currentTarget, relatedTarget }) => {
          // From empty to half and back, browsers tell of no change.
          look(end, currentTarget);
          const others = Object.values(pair.current);
          if (!others.some((one) => one === relatedTarget)) setTyping(false);
        }}
      />
    </label>
  );
  return (
    <>
      {field('from', i18n.t('filter.from'))}
      {field('to', i18n.t('filter.to'))}
      <div class="day-problem" id={problemId} role={urgent ? 'alert' : 'status'}>
        {problem && <p class="problem">{problem}</p>}
      </div>
    </>
  );
}

function problemWords(slip: DateSlip | undefined, half: string, wrong: boolean): string | null {
  if (slip) return slip === 'old' ? i18n.t('tag.whenOld') : half;
  return wrong ? i18n.t('options.periodWrong') : null;
}
