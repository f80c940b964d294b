import { i18n } from '#i18n';
import type { Level } from '../../data/ladder';

interface Props {
  levels: readonly Pick<Level, 'id' | 'name'>[];
  value: string | undefined;
  onChange: (level: string) => void;
}

/** Which level a piece of evidence speaks for. */
export function LevelField({ levels, value, onChange }: Props) {
  return (
    <label>
      <span class="label">{i18n.t('tag.level')}</span>
      <select value={value} onInput={(event) => onChange(event.currentTarget.value)}>
        {levels.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}
