import { i18n } from '#i18n';
import { Button } from '../../../components/common/Button';
import { EmptyState } from '../../../components/common/EmptyState';
import { StorageFailure } from '../../../data/evidence';
import { readFailureWords } from '../words/failure-words';

/** Why something could not be read, or drawn, with the button that tries it again. */
export function ReadFailure({ failure, onAgain }: { failure: unknown; onAgain: () => void }) {
  return (
    <EmptyState
      urgent
      title={i18n.t(failure instanceof StorageFailure ? 'failure.unread' : 'failure.undrawn')}
      text={readFailureWords(failure)}
      action={
        <Button look="primary" onClick={onAgain}>
          {i18n.t('failure.again')}
        </Button>
      }
    />
  );
}
