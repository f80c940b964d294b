/**
 * The ladder: its schema, how to look things up in it, and what is expected at a level.
 *
 * A ladder is levels × skill areas × sub-skills. What is expected of someone stands in a cell:
 * one sub-skill at one level, split by dimension (Scope, Autonomy, Impact).
 */
export { expectationsAt, type LevelExpectations } from './ladder/expectations';
export { findSubSkill, levelIndex, nextLevel, subSkillsOf } from './ladder/lookup';
export {
  type Dimension,
  type Ladder,
  type Level,
  type ParsedLadder,
  parseLadder,
  type SkillArea,
  type SubSkill,
} from './ladder/schema';
