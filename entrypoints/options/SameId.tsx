import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import type { Ladder } from '../../data/ladder';
import type { Remark } from './ladder-words';

/** A ladder in a file, and another one here that has its id. */
export interface Taken {
  readonly file: string;
  readonly ladder: Ladder;
  readonly held: Ladder;
  /** What was added under another id from an earlier state of that file. */
  readonly added: Ladder | undefined;
  readonly leftOut: Remark | null;
}

interface Props extends Taken {
  onAdd: () => void;
  onReplace: (held: Ladder) => void;
  onCancel: () => void;
}

/** Asks what is to become of the one that is here. */
export function SameId(props: Props) {
  const { file, ladder, held, added, onAdd, onReplace, onCancel } = props;
  return (
    <div class="same-id">
      <p class="remark">{i18n.t('ladders.sameId', [file, ladder.name, ladder.id, held.name])}</p>
      <div class="actions">
        {added ? (
          <Button onClick={() => onReplace(added)}>
            {i18n.t('ladders.replace', [added.name])}
          </Button>
        ) : (
          <Button onClick={onAdd}>{i18n.t('ladders.addBeside', [ladder.name])}</Button>
        )}
        <Button look="danger" onClick={() => onReplace(held)}>
          {i18n.t('ladders.replace', [held.name])}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
