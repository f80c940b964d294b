import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../../../data/quote/word-diff';

const show = (then: string, now: string) =>
  wordDiff(then, now).map(
    ({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`,
  );

describe('wordDiff', () => {
  it('compares word by word', () => {
    expect(show('I led the launch of billing.', 'I led the second launch of invoices.')).toEqual([
      ' I led the ',
      '+second ',
      ' launch of ',
      '-billing',
      '+invoices',
      ' .',
    ]);
  });

  it('keeps words whole', () => {
    expect(show("don't go, café", 'don’t go, cafés')).toEqual([
      "-don't",
      '+don’t',
      ' \u0020go, ',
      '-café',
      '+cafés',
    ]);
  });

  it('replaces words together that were replaced one after another', () => {
    expect(show('so nobody would have known it', 'so which had no friends it')).toEqual([
      ' so ',
      '-nobody would have known',
      '+which had no friends',
      '  it',
    ]);
    // A word between that stayed holds them apart, and so does a stop.
    expect(show('old plan, late', 'new plan, soon')).toEqual([
      ...['-old', '+new', '  plan, ', '-late', '+soon'],
    ]);
    expect(show('a b', 'a x y')).toEqual([' a ', '-b', '+x y']);
  });

  it.each([
    ['', '', []],
    ['a b', 'a b', [' a b']],
    ['', 'new', ['+new']],
    [
      '第三季度的流失率下降了',
      '第四季度的流失率下降了',
      [' 第', '-三', '+四', ' 季度的流失率下降了'],
    ],
    ['Thanks 👨‍👩‍👧 all', 'Thanks 👨‍👩‍👦 all', [' Thanks ', '-👨‍👩‍👧', '+👨‍👩‍👦', '  all']],
    ['old', '', ['-old']],
  ])('compares %j with %j', (then, now, expected) => {
    expect(show(then, now)).toEqual(expected);
  });

  it('gives back both wordings, without neighbours of one kind', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', '. ', '😀', 'é', '\ud83d'), { maxLength: 40 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, (then, now) => {
        const changes = wordDiff(then, now);
        const text = (other: string) =>
          changes.map(({ kind, text }) => (kind === other ? '' : text)).join('');
        expect(text('added')).toBe(then);
        expect(text('removed')).toBe(now);
        changes.forEach(({ kind }, at) => {
          expect(kind).not.toBe(changes[at - 1]?.kind);
        });
      }),
    );
  });

  it('still answers for texts without a word in common', () => {
    const then = Array.from({ length: 5000 }, (_, n) => `a${n}`).join(' ');
    const now = Array.from({ length: 5000 }, (_, n) => `b${n}`).join('-');
    expect(wordDiff(then, now).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
