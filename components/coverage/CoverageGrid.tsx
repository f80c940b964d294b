import { i18n } from '#i18n';
import type { Coverage, CoverageCell, CoverageRow } from '../../data/coverage';
import { EVIDENCE_KINDS } from '../../data/evidence';
import { hueOf } from '../../data/hue';
import { findSubSkill, type Ladder, levelIndex } from '../../data/ladder';
import { figures, inRow, SHORTENED_FROM, shortFigures } from '../common/language';
import { LadderMark } from '../LadderMark';
import './coverage.css';

interface Props {
  ladder: Ladder;
  coverage: Coverage;
  mine: string;
  /** The level after mine, `''` at the top. */
  next: string;
  onCell: (subSkill: string, level: string) => void;
  onSubSkill: (subSkill: string) => void;
}

/** The longest name, and the most levels, that have room beside each other in a narrow panel. */
const LEVEL_CHARACTERS = 4;
const LEVELS_ACROSS = 6;

/** The ladder as a grid: sub-skills down, levels across, and in each cell how much evidence there is. */
export function CoverageGrid({ ladder, coverage, mine, next, onCell, onSubSkill }: Props) {
  const standing = (level: string) => (level === mine ? 'mine' : level === next ? 'next' : '');
  const many = ladder.levels.length > LEVELS_ACROSS;
  const turned = many || ladder.levels.some(({ name }) => name.length > LEVEL_CHARACTERS);
  return (
    <table class="coverage-grid">
      <caption class="visually-hidden">{i18n.t('coverage.caption')}</caption>
      <thead class={many ? 'turned many' : turned ? 'turned' : undefined}>
        <tr>
          <td />
          {ladder.levels.map((level, index) => (
            <th key={level.id} scope="col" class={standing(level.id)}>
              <span class="level-name" title={turned ? level.name : undefined}>
                {level.name}
              </span>{' '}
              <LadderMark rungs={ladder.levels.length} only={index} size={24} />
              <span class="label">
                {level.id === mine
                  ? i18n.t('level.mine')
                  : level.id === next
                    ? i18n.t('level.next')
                    : ''}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      {ladder.skillAreas.map((area) => {
        const rows = coverage.rows.filter((row) => row.skillArea === area.id);
        const alone = rows.length === 1 && area.subSkills[0]?.name === area.name;
        return (
          <tbody key={area.id} data-hue={hueOf(ladder, rows[0]?.subSkill ?? '')}>
            {!alone && (
              <tr>
                <th scope="rowgroup" colSpan={ladder.levels.length + 1} class="area">
                  {area.name}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <Row
                key={row.subSkill}
                ladder={ladder}
                row={row}
                standing={standing}
                onCell={onCell}
                onSubSkill={onSubSkill}
              />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

interface RowProps extends Pick<Props, 'ladder' | 'onCell' | 'onSubSkill'> {
  row: CoverageRow;
  standing: (level: string) => string;
}

function Row({ ladder, row, standing, onCell, onSubSkill }: RowProps) {
  const name = findSubSkill(ladder, row.subSkill)?.subSkill.name ?? row.subSkill;
  return (
    <tr>
      <th scope="row">
        <button type="button" class="row-name" onClick={() => onSubSkill(row.subSkill)}>
          {name}
        </button>
      </th>
      {row.cells.map((cell) => (
        <td key={cell.level} class={standing(cell.level)}>
          {cell.count > 0 ? (
            <button
              type="button"
              class="cell-count"
              data-depth={Math.min(3, cell.count)}
              data-shortened={cell.count >= SHORTENED_FROM ? '' : undefined}
              aria-label={cellWords(ladder, name, cell)}
              title={cellWords(ladder, name, cell)}
              onClick={() => onCell(row.subSkill, cell.level)}
            >
              {shortFigures(cell.count)}
            </button>
          ) : (
            <span class={cell.expected && standing(cell.level) ? 'cell-gap' : 'cell-none'}>
              <span class="visually-hidden">
                {cell.expected ? i18n.t('coverage.nothing') : i18n.t('coverage.notExpected')}
              </span>
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}

function cellWords(ladder: Ladder, name: string, cell: CoverageCell): string {
  const level = ladder.levels[levelIndex(ladder, cell.level)]?.name ?? cell.level;
  const count = i18n.t('evidence.count', cell.count, [figures(cell.count)]);
  const kinds = EVIDENCE_KINDS.filter((kind) => cell.kinds[kind] > 0).map((kind) =>
    i18n.t(`coverage.kinds.${kind}`, [figures(cell.kinds[kind])]),
  );
  return `${name}, ${level}: ${count}: ${inRow(kinds)}`;
}
