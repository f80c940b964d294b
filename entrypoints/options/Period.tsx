import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { DayFields } from '../../components/common/DayFields';
import type { Settings } from '../../data/settings';
import { keepSettings } from '../wiring/saving/keep-settings';

const SETTING = { from: 'periodFrom', to: 'periodTo' } as const;

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
  return (
    <section>
      <h2>{i18n.t('options.period')}</h2>
      <p class="soft">{i18n.t('options.periodHint')}</p>
      <div class="fields">
        <DayFields
          urgent
          days={{ from: periodFrom, to: periodTo }}
          half={i18n.t('options.periodHalf')}
          other={refused?.why ?? null}
          onDay={(end, day) => keep({ [SETTING[end]]: day })}
        />
      </div>
    </section>
  );
}
