import { expect, it } from 'vitest';
import { carryMarks } from '../../../../entrypoints/tagger/surfaces/text-field/carry-marks';

const OLD = 'one two three four';

const mark = (start: number, end: number) => ({
  start,
  end,
  ids: ['a'],
  hue: 0,
  confidence: 'same' as const,
});

/** What a mark over "two three" covers after an edit. */
function after(next: string): string | null {
  const [carried] = carryMarks(OLD, next, [mark(4, 13)]);
  return carried ? next.slice(carried.start, carried.end) : null;
}

it.each([
  ['nothing', OLD, 'two three'],
  ['typing before it', `Well, ${OLD}`, 'two three'],
  ['typing right before it', 'one XXtwo three four', 'two three'],
  ['typing after it', `${OLD}!`, 'two three'],
  ['typing right after it', 'one two threeXX four', 'two three'],
  ['typing inside it', 'one two and three four', 'two and three'],
  ['deleting inside it', 'one tw three four', 'tw three'],
  ['deleting over its start', 'three four', 'three'],
  ['deleting over its end', 'one two ', 'two '],
  ['deleting it', 'one  four', null],
  ['deleting everything', '', null],
])('carries a mark over %s', (_what, next, covered) => {
  expect(after(next)).toBe(covered);
});
