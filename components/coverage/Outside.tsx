import { i18n } from '#i18n';
import type { Day } from '../../data/days';
import { dayWords, figures } from '../common/language';

interface Props {
  /** How many are of a day before or after the period. */
  count: number;
  /** How many of them were tagged after it without a day of their own, and its last day. */
  late: { readonly count: number; readonly last: Day } | null;
  onDate: () => void;
}

/** What the review period leaves out, and the way to take in what was only tagged too late. */
export function Outside({ count, late, onDate }: Props) {
  if (count === 0) return null;
  return (
    <p class="small">
      {i18n.t('coverage.outside', count, [figures(count)])}
      {late && ` ${i18n.t('coverage.late', late.count, [figures(late.count)])}`}
      {late && (
        <>
          {' '}
          <button type="button" class="link" onClick={onDate}>
            {i18n.t('coverage.dateTo', late.count, [figures(late.count), dayWords(late.last)])}
          </button>
        </>
      )}
    </p>
  );
}
