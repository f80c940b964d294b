import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { EmptyState } from '../../components/common/EmptyState';
import { figures } from '../../components/common/language';
import { type EvidenceFilter, narrowings } from '../../data/evidence/filter';
import { queryForDisplay } from '../../data/text';

interface Props {
  filter: EvidenceFilter;
  /** How much evidence is held back. */
  held: number;
  onEverything: () => void;
}

/** That nothing is shown although there is evidence: words that nothing has, or the filter. */
export function noneShownWords(filter: EvidenceFilter): string {
  return onlyWords(filter)
    ? i18n.t('evidence.nothingFound', [queryForDisplay(filter.query)])
    : i18n.t('evidence.noneShown');
}

/** Whether nothing but what is searched for holds anything back. */
const onlyWords = (filter: EvidenceFilter) => narrowings({ ...filter, query: '' }) === 0;

/** Why nothing is shown, and what can be done about it. */
export function NothingShown({ filter, held, onEverything }: Props) {
  return (
    <EmptyState
      title={noneShownWords(filter)}
      text={
        onlyWords(filter)
          ? i18n.t('evidence.whatToType')
          : i18n.t('evidence.noneShownHint', held, [figures(held)])
      }
      action={
        <Button look="primary" onClick={onEverything}>
          {i18n.t('filter.clear')}
        </Button>
      }
    />
  );
}
