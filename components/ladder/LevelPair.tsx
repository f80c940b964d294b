import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Ladder, Level } from '../../data/ladder';
import { Button } from '../common/Button';
import { Select } from '../common/Select';
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
  const words = ({ id, name }: Level) => (id === mine ? `${name} (${i18n.t('level.mine')})` : name);
  const select = (level: Level, label: string, onChange: (id: string) => void) => (
    <Select
      value={level.id}
      words={words(level)}
      aria-label={label}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {ladder.levels.map((one) => (
        <option key={one.id} value={one.id}>
          {words(one)}
        </option>
      ))}
    </Select>
  );
  // A level beside itself would say everything twice: the two change places instead.
  const choose = (first: string, second: string) =>
    onLevels(first === second ? [right.id, left.id] : [first, second]);
  const isMine = left.id === mine || (right.id === mine && right === ladder.levels.at(-1));
  return (
    <div class="level-pair" ref={pair}>
      {select(left, i18n.t('level.left'), (id) => choose(id, right.id))}
      <span class="soft">{i18n.t('level.beside')}</span>
      {select(right, i18n.t('level.right'), (id) => choose(left.id, id))}
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
