import { i18n } from '#i18n';
import { changeSettings, type Settings } from '../../data/settings';

/** The review period: what coverage counts, unless told otherwise. */
export function Period({ settings }: { settings: Settings }) {
  const { periodFrom, periodTo } = settings;
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
            value={periodFrom ?? ''}
            onChange={(event) =>
              void changeSettings({ periodFrom: event.currentTarget.value || null })
            }
          />
        </label>
        <label>
          <span class="label">{i18n.t('filter.to')}</span>
          <input
            type="date"
            value={periodTo ?? ''}
            onChange={(event) =>
              void changeSettings({ periodTo: event.currentTarget.value || null })
            }
          />
        </label>
      </div>
      {wrong && (
        <p class="problem" role="alert">
          {i18n.t('options.periodWrong')}
        </p>
      )}
    </section>
  );
}
