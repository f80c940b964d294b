import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type DateSlip, slipIn } from '../../components/common/date-slip';
import { isReversed, LAST_DAY } from '../../data/days';
import type { Settings } from '../../data/settings';
import { keepSettings } from '../wiring/saving/keep-settings';

type End = 'periodFrom' | 'periodTo';

/** The review period: what coverage counts, unless told otherwise. */
export function Period({ settings }: { settings: Settings }) {
  // What could not be stored stays in the fields, and is stored with the next change.
  const [refused, setRefused] = useState<{ change: Partial<Settings>; why: string } | null>(null);
  const [slips, setSlips] = useState<Partial<Record<End, DateSlip>>>({});
  const { periodFrom, periodTo } = { ...settings, ...refused?.change };
  const stored = { periodFrom, periodTo };
  // A year that is still being typed is wrong most of the time, and nobody's mistake.
  const [typing, setTyping] = useState(false);
  const problemId = useId();
  const keep = (latest: Partial<Settings>) => {
    const change = { ...refused?.change, ...latest };
    keepSettings(change).then(
      () => setRefused(null),
      (error: Error) => setRefused({ change, why: error.message }),
    );
  };
  const type = (end: End, field: HTMLInputElement) => {
    setTyping(true);
    const slip = slipIn(field);
    setSlips({ ...slips, [end]: slip });
    // Until it is right, what is stored stays.
    if (!slip) keep({ [end]: field.value || null });
  };
  const wrong = isReversed({ from: periodFrom, to: periodTo });
  const slip = slips.periodFrom ?? slips.periodTo;
  const problem = refused?.why ?? (typing ? null : problemWords(slip, wrong));
  const field = (end: End, label: string) => (
    <label>
      <span class="label">{label}</span>
      <input
        type="date"
        aria-invalid={!typing && (slips[end] !== undefined || (!slip && wrong))}
        aria-describedby={problem === null ? undefined : problemId}
        max={LAST_DAY}
        value={slips[end]?.value ?? stored[end] ?? ''}
        onChange={(event) => type(end, event.currentTarget)}
      />
    </label>
  );
  return (
    <section>
      <h2>{i18n.t('options.period')}</h2>
      <p class="soft">{i18n.t('options.periodHint')}</p>
      <div
        class="fields"
        onFocusOut={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget as Node | null)) setTyping(false);
        }}
      >
        {field('periodFrom', i18n.t('filter.from'))}
        {field('periodTo', i18n.t('filter.to'))}
      </div>
      {problem && (
        <p class="problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function problemWords(slip: DateSlip | undefined, wrong: boolean): string | null {
  if (slip?.why === 'half') return i18n.t('options.periodHalf');
  if (slip?.why === 'old') return i18n.t('tag.whenOld');
  return wrong ? i18n.t('options.periodWrong') : null;
}
