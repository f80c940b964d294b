import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import type { Ladder } from '../../data/ladder';
import type { Remark } from './ladder-words';

/** A ladder in a file, and another one here that has its id. */
export interface Taken {
  readonly file: string;
  readonly ladder: Ladder;
  readonly held: Ladder;
  readonly leftOut: Remark | null;
}

/** Asks what is to become of the one that is here. */
export function SameId(props: Taken & { onReplace: () => void; onAdd: () => void }) {
  const { file, ladder, held, onReplace, onAdd } = props;
  return (
    <div class="same-id">
      <p class="remark">{i18n.t('ladders.sameId', [file, ladder.name, ladder.id, held.name])}</p>
      <div class="actions">
        <Button onClick={onAdd}>{i18n.t('ladders.addBeside', [ladder.name])}</Button>
        <Button look="danger" onClick={onReplace}>
          {i18n.t('ladders.replace', [held.name])}
        </Button>
      </div>
    </div>
  );
}
