import { i18n } from '#i18n';
import { inLanguage } from '../../../components/common/language';
import { type Day, type Days, isReversed, noonOf } from '../../../data/days';

const format = inLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
);

/**
 * The days an export keeps to, as a line of it: "Review period: 1 January – 30 June 2026", or "Dated
 * up to 30 June 2026" where they are others. `null` where it keeps to none.
 */
export function exportedDays(days: Days, period: Days | null): string | null {
  const span = spanWords(days);
  if (span === null) return null;
  const isPeriod = days.from === period?.from && days.to === period?.to;
  return i18n.t(isPeriod ? 'export.words.reviewPeriod' : 'export.words.dated', [span]);
}

function spanWords({ from, to }: Days): string | null {
  const [first, last] = [noonIn(from), noonIn(to)];
  // Between days that are the wrong way round lies nothing, and a browser has no words for it.
  if (isReversed({ from, to })) return null;
  if (first && last) return format().formatRange(first, last);
  if (first) return i18n.t('export.words.from', [format().format(first)]);
  return last ? i18n.t('export.words.upTo', [format().format(last)]) : null;
}

/** Noon of an end that is not open; what is no day leaves it open. */
function noonIn(day: Day | null): Date | undefined {
  return day === null ? undefined : noonOf(day);
}
