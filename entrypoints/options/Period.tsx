import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LAST_DAY } from '../../data/days';
import type { Settings } from '../../data/settings';
import { keepSettings } from '../wiring/keep-settings';

/** The review period: what coverage counts, unless told otherwise. */
export function Period({ settings }: { settings: Settings }) {
  // What could not be stored stays in the fields, and is stored with the next change.
  const [refused, setRefused] = useState<{ change: Partial<Settings>; why: string } | null>(null);
  const { periodFrom, periodTo } = { ...settings, ...refused?.change };
  // A year that is still being typed is wrong most of the time, and nobody's mistake.
  const [typing, setTyping] = useState(false);
  const problemId = useId();
  const keep = (latest: Partial<Settings>) => {
    setTyping(true);
    const change = { ...refused?.change, ...latest };
    keepSettings(change).then(
      () => setRefused(null),
      (error: Error) => setRefused({ change, why: error.message }),
    );
  };
  const wrong = periodFrom !== null && periodTo !== null && periodFrom > periodTo;
  const problem = refused?.why ?? (wrong && !typing ? i18n.t('options.periodWrong') : null);
  const tied = {
    'aria-invalid': wrong && !typing,
    'aria-describedby': problem === null ? undefined : problemId,
  };
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
        <label>
          <span class="label">{i18n.t('filter.from')}</span>
          <input
            type="date"
            {...tied}
            max={LAST_DAY}
            value={periodFrom ?? ''}
            onChange={(event) => keep({ periodFrom: event.currentTarget.value || null })}
          />
        </label>
        <label>
          <span class="label">{i18n.t('filter.to')}</span>
          <input
            type="date"
            {...tied}
            max={LAST_DAY}
            value={periodTo ?? ''}
            onChange={(event) => keep({ periodTo: event.currentTarget.value || null })}
          />
        </label>
      </div>
      {problem && (
        <p class="problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
