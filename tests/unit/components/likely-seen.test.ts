import { expect, it } from 'vitest';
import { dimensionsLikelySeen } from '../../../components/search/likely-seen';
import type { Ladder } from '../../../data/ladder';
import type { SearchResult } from '../../../data/search';
import { bakersLadder } from '../../fixtures/small-ladder';

const ROOM = { width: 440, height: 330 };
const LONG = 'Says at length what is expected, and then a little more of it. '.repeat(20);

interface Said {
  junior: string[];
  baker?: string[];
}

/** The bakers' ladder with one sub-skill, in which both dimensions say the same. */
function ladderOf({ junior, baker = [] }: Said): Ladder {
  const inBoth = (statements: string[]) => ({ scope: statements, impact: statements });
  return {
    ...bakersLadder,
    skillAreas: bakersLadder.skillAreas.slice(0, 1).map((area) => ({
      ...area,
      subSkills: area.subSkills.slice(0, 1).map((one) => ({
        ...one,
        expectations: { junior: inBoth(junior), baker: inBoth(baker) },
      })),
    })),
  };
}

function seen(said: Said, level: 'junior' | 'baker', found: readonly string[] = []): number {
  const ladder = ladderOf(said);
  const result = {
    subSkill: { id: 'kneading' },
    expectations: found.map((text) => ({ text })),
  } as unknown as SearchResult;
  const levels = ladder.levels.filter(({ id }) => id === level);
  return dimensionsLikelySeen(ladder, result, levels, ROOM);
}

it('is all dimensions where each says little', () => {
  expect(seen({ junior: ['Decides.'] }, 'junior')).toBe(2);
});

it('is the first alone where that fills the room', () => {
  expect(seen({ junior: [LONG] }, 'junior')).toBe(1);
});

it('counts what is carried over only where it is not folded', () => {
  const said = { junior: [LONG], baker: ['Decides.'] };
  expect(seen(said, 'baker')).toBe(2);
  expect(seen(said, 'baker', [LONG])).toBe(1);
  expect(seen({ ...said, baker: [] }, 'baker')).toBe(1);
});

it('is one where nothing is known of a sub-skill', () => {
  const result = { subSkill: { id: 'gone' }, expectations: [] } as unknown as SearchResult;
  expect(dimensionsLikelySeen(bakersLadder, result, bakersLadder.levels, ROOM)).toBe(1);
});
