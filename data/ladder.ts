/**
 * The ladder: its schema, how to look things up in it, and what is expected at a level.
 *
 * A ladder is levels × skill areas × sub-skills. What is expected of someone stands in a cell:
 * one sub-skill at one level, split by dimension (Scope, Autonomy, Impact).
 */
export { expectationsAt, type LevelExpectations } from './ladder/expectations';
export { findLevel, findSubSkill, levelIndex, nextLevel, subSkillsOf } from './ladder/lookup';
export { type ParsedLadder, parseLadder } from './ladder/parse';
export type {
  Dimension,
  Ladder,
  Level,
  SkillArea,
  SubSkill,
} from './ladder/schema';
export { type UnknownKey, unknownKeys } from './ladder/unknown-keys';
