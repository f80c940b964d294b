import { i18n } from '#i18n';
import { Button } from '../../../components/common/Button';
import { EmptyState } from '../../../components/common/EmptyState';
import { readFailureWords } from '../words/failure-words';

/** Why something could not be read, with the button that reads it again. */
export function ReadFailure({ failure, onAgain }: { failure: unknown; onAgain: () => void }) {
  return (
    <div role="alert">
      <EmptyState
        title={i18n.t('failure.unread')}
        text={readFailureWords(failure)}
        action={
          <Button look="primary" onClick={onAgain}>
            {i18n.t('failure.again')}
          </Button>
        }
      />
    </div>
  );
}
