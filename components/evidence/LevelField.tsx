import { i18n } from '#i18n';
import type { Level } from '../../data/ladder';
import { Select } from '../common/Select';

interface Props {
  levels: readonly Pick<Level, 'id' | 'name'>[];
  value: string | undefined;
  onChange: (level: string) => void;
}

/** Longer ones are cut in half a panel's width, UTF-16 units, and may be alike up to there. */
const LONGEST_IN_HALF = 18;

/** Which level a piece of evidence speaks for. */
export function LevelField({ levels, value, onChange }: Props) {
  return (
    <label class={levels.some(({ name }) => name.length > LONGEST_IN_HALF) ? 'wide' : undefined}>
      <span class="label">{i18n.t('tag.level')}</span>
      <Select
        value={value}
        words={levels.find(({ id }) => id === value)?.name ?? ''}
        onInput={(event) => onChange(event.currentTarget.value)}
      >
        {levels.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
    </label>
  );
}
