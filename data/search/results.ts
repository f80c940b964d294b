import { expectationsAt } from '../ladder/expectations';
import { levelIndex, nextLevel } from '../ladder/lookup';
import type { Ladder, Level } from '../ladder/schema';
import type { IndexedStatement, IndexedSubSkill, LadderIndex } from './ladder-index';
import { type Marker, markerOf, marksIn } from './marks';
import type { QueryTerms } from './query-terms';
import type { Ranking } from './rank';
import type { Reading } from './reading';
import { reasonsIn } from './reasons';
import { statementScore } from './statement-score';
import type { MatchedExpectation, SearchOptions, SearchResult } from './types';

/** How many of a sub-skill's matching expectations are shown. */
const MOST_EXPECTATIONS = 6;
/** An expectation that has less than this share of the best one's words is left out. */
const TOO_WEAK = 0.4;

/** Makes what is shown of the sub-skills that a ranking puts first. */
export function resultsOf(
  index: LadderIndex,
  text: string,
  query: QueryTerms,
  ranking: Ranking,
  places: readonly number[],
  reading: Reading,
  options: Pick<SearchOptions, 'myLevel'>,
): SearchResult[] {
  const { worth } = ranking;
  const marker = markerOf(query);
  const reasons = reasonsIn(index, text, query, ranking, places);
  return places.map((place) => {
    const one = index.subSkills[place] as IndexedSubSkill;
    const { ladder, skillArea, subSkill } = one;
    const asked = reading.levels.get(ladder.id);
    const matched = asked
      ? askedStatements(one, asked, reading, worth)
      : matchingStatements(one, reading, worth, options);
    return {
      ladder: { id: ladder.id, name: ladder.name },
      skillArea: { id: skillArea.id, name: skillArea.name },
      subSkill: { id: subSkill.id, name: subSkill.name },
      expectations: matched.map((entry) => toExpectation(index, entry.statement, marker)),
      marks: {
        name: marksIn(index, subSkill.name, marker),
        definition: marksIn(index, subSkill.definition, marker),
      },
      reasons: reasons(place),
    };
  });
}

interface Scored {
  statement: IndexedStatement;
  score: number;
}

function askedStatements(
  one: IndexedSubSkill,
  asked: Level,
  reading: Reading,
  worth: Float64Array,
): Scored[] {
  const wanted = (statement: { dimension: { id: string } }) =>
    reading.dimensions.size === 0 || reading.dimensions.has(statement.dimension.id);
  const own = one.statements.filter((one) => one.level.id === asked.id && wanted(one));
  const cells = expectationsAt(one.ladder, one.subSkill.id, asked.id).filter(wanted);
  /** What is carried over from this many levels below, nearest first. */
  const carried = (levels: number) =>
    cells.flatMap((cell) =>
      cell.carried
        .slice(0, levels)
        .flatMap(({ from, statements }) =>
          one.statements.filter(
            (known) =>
              known.level.id === from.id &&
              known.dimension.id === cell.dimension.id &&
              statements.includes(known.text),
          ),
        ),
    );
  const scored = (statements: readonly IndexedStatement[]) =>
    statements.map((statement) => ({
      statement,
      score: statementScore(statement.terms, worth),
    }));
  const all =
    own.length > 0
      ? [
          ...scored(own),
          ...scored(carried(Number.POSITIVE_INFINITY)).filter(({ score }) => score > 0),
        ]
      : scored(carried(1));
  return all.sort((a, b) => b.score - a.score);
}

function matchingStatements(
  one: IndexedSubSkill,
  reading: Reading,
  worth: Float64Array,
  options: Pick<SearchOptions, 'myLevel'>,
): Scored[] {
  const scored: Scored[] = [];
  let best = 0;
  for (const statement of one.statements) {
    if (reading.dimensions.size > 0 && !reading.dimensions.has(statement.dimension.id)) continue;
    const score = statementScore(statement.terms, worth);
    if (score <= 0) continue;
    best = Math.max(best, score);
    scored.push({ statement, score });
  }
  const nearness = nearnessTo(one.ladder, options.myLevel);
  return scored
    .filter((entry) => entry.score >= best * TOO_WEAK)
    .sort((a, b) => nearness(b.statement.level) - nearness(a.statement.level) || b.score - a.score)
    .slice(0, MOST_EXPECTATIONS);
}

/** 2 for my level, 1 for the next, 0 for any other and in other ladders. */
function nearnessTo(ladder: Ladder, mine: SearchOptions['myLevel']): (level: Level) => number {
  if (!mine || mine.ladder !== ladder.id || levelIndex(ladder, mine.level) < 0) return () => 0;
  const next = nextLevel(ladder, mine.level)?.id;
  return (level) => (level.id === mine.level ? 2 : level.id === next ? 1 : 0);
}

function toExpectation(
  index: LadderIndex,
  { level, dimension, text }: IndexedStatement,
  marker: Marker,
): MatchedExpectation {
  return {
    level: { id: level.id, name: level.name },
    dimension: { id: dimension.id, name: dimension.name },
    text,
    marks: marksIn(index, text, marker),
  };
}
