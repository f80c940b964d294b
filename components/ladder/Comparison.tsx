import { i18n } from '#i18n';
import { expectationsAt, type Ladder, type Level, levelIndex } from '../../data/ladder';
import { useKeptRest } from '../common/use-kept-rest';
import { LadderMark } from '../LadderMark';
import { Cell } from './Cell';
import './comparison.css';

interface Props {
  ladder: Ladder;
  subSkillId: string;
  /** The levels side by side, usually mine and the next; one at the top of the ladder. */
  levels: readonly Level[];
  /** The user's own level, so that its column says so. */
  mine: string;
  /** What to mark in a statement. */
  marks?: ((statement: string) => readonly (readonly [number, number])[]) | undefined;
  /** Show what is carried over without being asked. */
  openCarried?: boolean;
  /** How many dimensions are drawn anew; the others stay as they were until then. All if left out. */
  drawn?: number | undefined;
  /**
   * Whether what is folded, and the buttons that come with the pointer, are left out for now: while
   * keys come, nobody uses them.
   */
  seenOnly?: boolean | undefined;
  onCopy: (text: string) => void;
}

/** What is expected at levels side by side, dimension by dimension. */
export function Comparison({
  ladder,
  subSkillId,
  levels,
  mine,
  marks,
  openCarried,
  drawn = Number.POSITIVE_INFINITY,
  seenOnly = false,
  onCopy,
}: Props) {
  const columns = levels.map((level) => ({
    level,
    cells: expectationsAt(ladder, subSkillId, level.id),
  }));
  const dimensions = ladder.dimensions.filter((dimension) =>
    columns.some(({ cells }) => cells.some((cell) => cell.dimension.id === dimension.id)),
  );
  const named = ladder.dimensions.length > 1;
  const rows = dimensions.map((dimension, index) => (
    <section key={index} class="dimension" aria-label={dimension.name}>
      {named && (
        <h4 class="label dimension-name" title={dimension.meaning}>
          {dimension.name}
        </h4>
      )}
      {columns.map(({ level, cells }) => (
        <Cell
          key={level.id}
          level={level}
          expectations={cells.find((cell) => cell.dimension.id === dimension.id)}
          marks={marks}
          openCarried={openCarried ?? false}
          seenOnly={seenOnly}
          onCopy={onCopy}
        />
      ))}
    </section>
  ));
  const shown = useKeptRest(rows, drawn);

  return (
    <div class="comparison" style={{ '--columns': columns.length }}>
      {columns.map(({ level }) => (
        <h3 key={level.id} class={level.id === mine ? 'column mine' : 'column'}>
          <LadderMark rungs={ladder.levels.length} only={levelIndex(ladder, level.id)} size={18} />
          <span>{level.name}</span>
          <span class="label">{standing(ladder, level, mine)}</span>
        </h3>
      ))}
      {shown}
      {rows.length === 0 && <p class="soft small nothing-expected">{i18n.t('cell.nothing')}</p>}
    </div>
  );
}

function standing(ladder: Ladder, level: Level, mine: string): string {
  const here = levelIndex(ladder, mine);
  if (here < 0) return '';
  const distance = levelIndex(ladder, level.id) - here;
  if (distance === 0) return i18n.t('level.mine');
  if (distance === 1) return i18n.t('level.next');
  return '';
}
