import { expect, it } from 'vitest';
import { firstPair, levelPair } from '../../../entrypoints/wiring/ladder/levels';
import { LADDER } from '../../fixtures/records';

const ids = (levels: readonly { id: string }[]) => levels.map(({ id }) => id);
const other = { ...LADDER, id: 'other' };

it.each([
  ['a level and the next', 'pm1', ['pm1', 'pm2']],
  ['at the top the one below and it', 'pm3', ['pm2', 'pm3']],
  ['the first two where the ladder has no such level', 'pm9', ['pm1', 'pm2']],
])('sets side by side %s', (_, level, expected) => {
  expect(ids(levelPair(LADDER, level))).toEqual(expected);
});

it('has nothing to set beside the only level of a ladder', () => {
  const alone = { ...LADDER, levels: LADDER.levels.slice(0, 1) };
  expect(ids(levelPair(alone, 'pm1'))).toEqual(['pm1']);
  expect(levelPair({ ...LADDER, levels: [] }, 'pm1')).toEqual([]);
});

it('begins with my level on my ladder, and with the first two on another of the same levels', () => {
  const mine = { ladder: LADDER, level: 'pm2' };
  expect(ids(firstPair(LADDER, mine))).toEqual(['pm2', 'pm3']);
  expect(ids(firstPair(other, mine))).toEqual(['pm1', 'pm2']);
});
