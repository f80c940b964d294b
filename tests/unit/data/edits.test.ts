import { describe, expect, it } from 'vitest';
import { editsBetween } from '../../../data/edits';

describe('editsBetween', () => {
  it.each([
    ['', '', 0],
    ['road', 'road', 0],
    ['rod', 'road', 1],
    ['raod', 'road', 1],
    ['rods', 'road', 2],
    ['', 'abc', 3],
  ])('%j and %j are %i apart', (a, b, edits) => {
    expect(editsBetween(a, b)).toBe(edits);
    expect(editsBetween(b, a)).toBe(edits);
  });

  it('asks only for a beginning where a word is still typed', () => {
    expect(editsBetween('stakehl', 'stakeholder', true)).toBe(1);
    expect(editsBetween('stakehl', 'stakeholder')).toBe(4);
  });
});
