import { i18n } from '#i18n';
import type { Coverage } from '../../data/coverage';
import { figures } from '../common/language';

interface Props {
  counts: Coverage['elsewhere'];
  onOtherLadders: () => void;
  onUnplaced: () => void;
}

/** What else was tagged and stands in no cell, so that no number here is a riddle. */
export function Elsewhere({ counts, onOtherLadders, onUnplaced }: Props) {
  const unknown = counts.unknownSubSkill + counts.unknownLevel;
  return (
    <>
      {counts.otherLadder > 0 && (
        <p class="soft small">
          {i18n.t('coverage.otherLadder', counts.otherLadder, [figures(counts.otherLadder)])}{' '}
          <button type="button" class="link" onClick={onOtherLadders}>
            {i18n.t('coverage.showThese', counts.otherLadder)}
          </button>
        </p>
      )}
      {unknown > 0 && (
        <p class="soft small">
          {i18n.t('coverage.unknown', unknown, [figures(unknown)])}{' '}
          <button type="button" class="link" onClick={onUnplaced}>
            {i18n.t('coverage.showThese', unknown)}
          </button>
        </p>
      )}
    </>
  );
}
