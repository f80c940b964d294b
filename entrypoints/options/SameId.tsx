import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import type { Ladder } from '../../data/ladder';
import type { Remark } from './Said';

/** A ladder in a file, and another one here that has its id. */
export interface Taken {
  readonly file: string;
  readonly ladder: Ladder;
  readonly held: Ladder;
  /** What was added under another id from an earlier state of that file. */
  readonly added: Ladder | undefined;
  readonly leftOut: Remark | null;
}

interface Props {
  /** Nothing where there is nothing to ask: it is there before, or few would hear the question. */
  asked: Taken | null;
  onAdd: (asked: Taken) => void;
  onReplace: (asked: Taken, held: Ladder) => void;
  onCancel: () => void;
}

/** Asks what is to become of the one that is here. */
export function SameId({ asked, onAdd, onReplace, onCancel }: Props) {
  const added = asked?.added;
  return (
    <div class="same-id">
      <div role="status">
        {asked && (
          <p class="remark">
            {i18n.t('ladders.sameId', [
              asked.file,
              asked.ladder.name,
              asked.ladder.id,
              asked.held.name,
            ])}
          </p>
        )}
      </div>
      {asked && (
        <div class="actions">
          {added ? (
            <Button onClick={() => onReplace(asked, added)}>
              {i18n.t('ladders.replace', [added.name])}
            </Button>
          ) : (
            <Button onClick={() => onAdd(asked)}>
              {i18n.t('ladders.addBeside', [asked.ladder.name])}
            </Button>
          )}
          <Button look="danger" onClick={() => onReplace(asked, asked.held)}>
            {i18n.t('ladders.replace', [asked.held.name])}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {i18n.t('common.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
