import { beforeEach, describe, expect, it } from 'vitest';
import type { Ladder } from '../../../data/ladder';
import {
  addLadders,
  allLadders,
  BUNDLED_LADDERS,
  dropLadder,
  keepLadder,
  keepUnderFreeId,
  ownLaddersItem,
  undoLadders,
} from '../../../data/library';
import { LADDER } from '../../fixtures/records';

const other: Ladder = { ...LADDER, id: 'other', name: 'A first one' };
const own = () => ownLaddersItem.getValue();

beforeEach(() => keepLadder(LADDER));

it('has the ladders that come with Rung first, then own ones by their names', async () => {
  await keepLadder(other);
  expect(await allLadders()).toEqual([...BUNDLED_LADDERS, other, LADDER]);
});

it('keeps an own ladder whose id one that comes with Rung has by now', async () => {
  const [first, ...others] = BUNDLED_LADDERS;
  const mine = { ...LADDER, id: first?.id ?? '' };
  await keepLadder(mine);
  expect((await allLadders()).filter(({ id }) => id === mine.id)).toEqual([mine]);
  expect(await allLadders()).toEqual(expect.arrayContaining(others));
});

it('says what it replaced, and what it took out', async () => {
  const changed = { ...LADDER, summary: 'Changed.' };
  expect(await keepLadder(changed)).toEqual([{ id: LADDER.id, before: LADDER, after: changed }]);
  expect(await dropLadder(LADDER.id)).toEqual([{ id: LADDER.id, before: changed, after: null }]);
  expect(await own()).toEqual({});
  expect(await dropLadder(LADDER.id)).toEqual([{ id: LADDER.id, before: null, after: null }]);
});

describe('a ladder that is to stand beside the one of its id', () => {
  it('gets the next number that no own one has', async () => {
    const [first] = await keepUnderFreeId(LADDER);
    const [second] = await keepUnderFreeId(LADDER);
    expect([first?.id, second?.id]).toEqual(['acme-pm-2', 'acme-pm-3']);
    expect(first).toMatchObject({ before: null, after: { ...LADDER, id: 'acme-pm-2' } });
    expect(Object.keys(await own())).toEqual(['acme-pm', 'acme-pm-2', 'acme-pm-3']);
  });

  it('never takes the id of one that comes with Rung', async () => {
    const [bundled] = BUNDLED_LADDERS as [Ladder];
    const [kept] = await keepUnderFreeId({ ...LADDER, id: bundled.id });
    expect(kept?.id).toBe(`${bundled.id}-2`);
  });

  it('keeps its own id where that is free', async () => {
    expect(await keepUnderFreeId(other)).toMatchObject([{ id: 'other', after: other }]);
  });
});

describe('what was changed', () => {
  it('is put back as it was: what was replaced, what was dropped, and what was not there', async () => {
    const replaced = await keepLadder({ ...LADDER, summary: 'Changed.' });
    expect(await undoLadders(replaced)).toBe(1);
    const added = await addLadders([other]);
    expect(await undoLadders(added)).toBe(1);
    const dropped = await dropLadder(LADDER.id);
    expect(await undoLadders(dropped)).toBe(1);
    expect(await own()).toEqual({ [LADDER.id]: LADDER });
  });

  it('stays where it was changed again since, and the rest is put back', async () => {
    const since = { ...other, summary: 'Since.' };
    const added = await addLadders([other, { ...other, id: 'third' }]);
    await keepLadder(since);
    expect(await undoLadders(added)).toBe(1);
    expect(await own()).toEqual({ [LADDER.id]: LADDER, other: since });
  });

  it('stays away where it was dropped since', async () => {
    const replaced = await keepLadder({ ...LADDER, summary: 'Changed.' });
    await dropLadder(LADDER.id);
    expect(await undoLadders(replaced)).toBe(0);
    expect(await own()).toEqual({});
  });
});

it('loses none of two ladders that are kept at the same moment', async () => {
  await Promise.all([keepLadder(other), keepUnderFreeId(LADDER), addLadders([other])]);
  expect(Object.keys(await own()).sort()).toEqual(['acme-pm', 'acme-pm-2', 'other']);
});
