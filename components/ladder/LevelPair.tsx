import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Ladder, Level } from '../../data/ladder';
import { Button } from '../common/Button';
import { useFocusKept } from '../common/use-focus-kept';

interface Props {
  ladder: Ladder;
  mine: string;
  levels: readonly Level[];
  /** `null` for mine and the next. */
  onLevels: (levels: readonly [string, string] | null) => void;
}

/** Which two levels stand side by side. */
export function LevelPair({ ladder, mine, levels, onLevels }: Props) {
  const pair = useRef<HTMLDivElement>(null);
  useFocusKept(pair, (all) => all.querySelector('select'));
  const [left, right] = levels;
  if (!left || !right) return null;
  const select = (value: string, label: string, onChange: (id: string) => void) => (
    <select
      value={value}
      aria-label={label}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {ladder.levels.map((level) => (
        <option key={level.id} value={level.id}>
          {level.name}
          {level.id === mine ? ` (${i18n.t('level.mine')})` : ''}
        </option>
      ))}
    </select>
  );
  // A level beside itself would say everything twice: the two change places instead.
  const choose = (first: string, second: string) =>
    onLevels(first === second ? [right.id, left.id] : [first, second]);
  const isMine = left.id === mine || (right.id === mine && right === ladder.levels.at(-1));
  return (
    <div class="level-pair" ref={pair}>
      {select(left.id, i18n.t('level.left'), (id) => choose(id, right.id))}
      <span class="soft">{i18n.t('level.beside')}</span>
      {select(right.id, i18n.t('level.right'), (id) => choose(left.id, id))}
      {mine !== '' && !isMine && (
        <div class="level-pair-reset">
          <Button look="quiet" onClick={() => onLevels(null)}>
            {i18n.t('level.reset')}
          </Button>
        </div>
      )}
    </div>
  );
}
