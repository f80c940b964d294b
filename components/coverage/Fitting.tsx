import { i18n } from '#i18n';
import { inCount } from '../common/in-count';
import { figures } from '../common/language';

interface Props {
  /** How many pieces of other ladders could as well be of this one. */
  count: number;
  /** Its name. */
  ladder: string;
  onMove: () => void;
}

/** What was tagged on another ladder and would fit mine, and the way to have it counted here. */
export function Fitting({ count, ladder, onMove }: Props) {
  if (count === 0) return null;
  return (
    <p class="small">
      {i18n.t('coverage.fitting', count, [figures(count), inCount(ladder)])}{' '}
      <button type="button" class="link" onClick={onMove}>
        {i18n.t('coverage.moveFitting', count, [inCount(ladder)])}
      </button>
    </p>
  );
}
