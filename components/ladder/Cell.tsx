import { i18n } from '#i18n';
import type { Level, LevelExpectations } from '../../data/ladder';
import { Statement } from './Statement';

interface Props {
  level: Level;
  expectations: LevelExpectations | undefined;
  marks: ((statement: string) => readonly (readonly [number, number])[]) | undefined;
  openCarried: boolean;
  /** Whether what nobody can see or use yet is left out for now. */
  seenOnly: boolean;
  onCopy: (text: string) => void;
}

/**
 * One level's expectations in one dimension: what is new there, then what stays under your feet.
 * Never blank: it says where its words come from, or where they begin.
 */
export function Cell(props: Props) {
  const { level, expectations, marks, openCarried, seenOnly, onCopy } = props;
  if (!expectations) return <div class="cell" />;
  const { fresh, carried, unstated, startsAt } = expectations;
  const list = (statements: readonly string[]) => (
    <ul>
      {statements.map((text, index) => (
        // Drawn anew for every key typed: a statement takes over the place of the one before it.
        <Statement key={index} text={text} marks={marks?.(text)} bare={seenOnly} onCopy={onCopy} />
      ))}
    </ul>
  );
  const carriedOver = () =>
    carried.map(({ from, statements }) => (
      <div key={from.id} class="carried">
        <p class="label">{i18n.t('cell.from', [from.name])}</p>
        {list(statements)}
      </div>
    ));
  const hasMarks = carried.some(({ statements }) =>
    statements.some((text) => (marks?.(text).length ?? 0) > 0),
  );

  if (fresh.length === 0 && carried.length === 0) {
    return (
      <div class="cell" data-level={level.name}>
        <p class="soft small">
          {startsAt ? i18n.t('cell.startsAt', [startsAt.name]) : i18n.t('cell.nothing')}
        </p>
      </div>
    );
  }
  if (fresh.length === 0) {
    return (
      <div class="cell" data-level={level.name}>
        <p class="soft small">
          {unstated ? i18n.t('cell.unstated', [level.name]) : i18n.t('cell.nothingNew')}
        </p>
        {carriedOver()}
      </div>
    );
  }
  const open = openCarried || hasMarks;
  const count = carried.reduce((sum, { statements }) => sum + statements.length, 0);
  return (
    <div class="cell" data-level={level.name}>
      {list(fresh)}
      {count > 0 && (
        <details key={fresh[0]} open={open}>
          <summary class="small">{i18n.t('cell.carried', count)}</summary>
          {(open || !seenOnly) && carriedOver()}
        </details>
      )}
    </div>
  );
}
