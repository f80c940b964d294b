import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LAST_DAY } from '../../data/days';
import type { Settings } from '../../data/settings';
import { keepSettings } from '../wiring/keep-settings';

/** The review period: what coverage counts, unless told otherwise. */
export function Period({ settings }: { settings: Settings }) {
  // What could not be stored stays in the fields, and is stored with the next change.
  const [refused, setRefused] = useState<{ change: Partial<Settings>; why: string } | null>(null);
  const { periodFrom, periodTo } = { ...settings, ...refused?.change };
  const keep = (latest: Partial<Settings>) => {
    const change = { ...refused?.change, ...latest };
    keepSettings(change).then(
      () => setRefused(null),
      (error: Error) => setRefused({ change, why: error.message }),
    );
  };
  const wrong = periodFrom !== null && periodTo !== null && periodFrom > periodTo;
  return (
    <section>
      <h2>{i18n.t('options.period')}</h2>
      <p class="soft">{i18n.t('options.periodHint')}</p>
      <div class="fields">
        <label>
          <span class="label">{i18n.t('filter.from')}</span>
          <input
            type="date"
            max={LAST_DAY}
            value={periodFrom ?? ''}
            onChange={(event) => keep({ periodFrom: event.currentTarget.value || null })}
          />
        </label>
        <label>
          <span class="label">{i18n.t('filter.to')}</span>
          <input
            type="date"
            max={LAST_DAY}
            value={periodTo ?? ''}
            onChange={(event) => keep({ periodTo: event.currentTarget.value || null })}
          />
        </label>
      </div>
      {(refused || wrong) && (
        <p class="problem" role="alert">
          {refused?.why ?? i18n.t('options.periodWrong')}
        </p>
      )}
    </section>
  );
}
