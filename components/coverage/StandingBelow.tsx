import { i18n } from '#i18n';
import type { standingBelow } from '../../data/coverage';
import { figures } from '../common/language';

interface Props {
  below: NonNullable<ReturnType<typeof standingBelow>>;
  onShow: () => void;
}

/** That what was tagged stands at the level below mine, and the way to it. */
export function StandingBelow({ below: { level, count, alone }, onShow }: Props) {
  return (
    <p class="small">
      {i18n.t(alone ? 'coverage.below' : 'coverage.moreBelow', [level.name])}{' '}
      <button type="button" class="link" onClick={onShow}>
        {i18n.t('coverage.pieces', count, [figures(count)])}
      </button>
    </p>
  );
}
