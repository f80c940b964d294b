import { i18n } from '#i18n';
import { type ExportInclude, LADDER_PARTS, type LadderPart } from '../../data/export/include';
import { Select } from '../common/Select';

interface Props {
  include: ExportInclude;
  onChange: (change: Partial<ExportInclude>) => void;
}

/** What is exported beside the passages themselves. */
export function IncludeFields({ include, onChange }: Props) {
  return (
    <div class="export-include">
      <label class="export-expected">
        <span class="label">{i18n.t('export.include.expectations')}</span>
        <Select
          value={include.expectations}
          words={i18n.t(`export.include.${include.expectations}`)}
          onChange={({ currentTarget }) =>
            onChange({ expectations: currentTarget.value as LadderPart })
          }
        >
          {LADDER_PARTS.map((part) => (
            <option key={part} value={part}>
              {i18n.t(`export.include.${part}`)}
            </option>
          ))}
        </Select>
      </label>
      <label class="export-notes">
        <input
          type="checkbox"
          checked={include.notes}
          onChange={({ currentTarget }) => onChange({ notes: currentTarget.checked })}
        />
        {i18n.t('export.include.notes')}
      </label>
    </div>
  );
}
