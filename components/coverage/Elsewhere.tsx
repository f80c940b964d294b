import { i18n } from '#i18n';
import type { Coverage } from '../../data/coverage';

interface Props {
  counts: Coverage['elsewhere'];
  onOtherLadders: () => void;
}

/** What else was tagged and stands in no cell, so that no number here is a riddle. */
export function Elsewhere({ counts, onOtherLadders }: Props) {
  const unknown = counts.unknownSubSkill + counts.unknownLevel;
  if (counts.otherLadder + unknown === 0) return null;
  return (
    <p class="soft small">
      {counts.otherLadder > 0 && (
        <>
          {i18n.t('coverage.otherLadder', counts.otherLadder)}{' '}
          <button type="button" class="link" onClick={onOtherLadders}>
            {i18n.t('coverage.showOthers', counts.otherLadder)}
          </button>{' '}
        </>
      )}
      {unknown > 0 && i18n.t('coverage.unknown', unknown)}
    </p>
  );
}
