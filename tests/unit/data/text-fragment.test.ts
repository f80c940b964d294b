import { describe, expect, test } from 'vitest';
import { withoutTextFragment, withTextFragment } from '../../../data/text-fragment';

const at = (exact: string, address = 'https://example.org/review') =>
  withTextFragment(address, { exact });

test('a short passage stands in the address whole, with its signs encoded', () => {
  expect(at('Deposits, too - we waited & saw.')).toBe(
    'https://example.org/review#:~:text=Deposits%2C%20too%20%2D%20we%20waited%20%26%20saw.',
  );
});

test('a long passage is told by its first and last words', () => {
  const passage = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
  expect(at(passage)).toBe(
    'https://example.org/review#:~:text=word0%20word1%20word2%20word3%20word4%20word5,word34%20word35%20word36%20word37%20word38%20word39',
  );
});

test('a long passage of few words, or of none that spaces part, stands there whole', () => {
  const sentence = '私たちは請求の移行を二つのチームと一緒に進めました。'.repeat(7);
  expect(at(sentence)).toBe(`https://example.org/review#:~:text=${encodeURIComponent(sentence)}`);
});

describe('a passage without spaces', () => {
  const sentence = '私たちは請求の移行を二つのチームと一緒に進めました。';
  const endsOf = (address: string) =>
    (address.split(':~:text=')[1] as string).split(',').map(decodeURIComponent);

  test('is told by its two ends where it is long, cut between words', () => {
    const passage = `${sentence.repeat(200)}最後に公開しました。`;
    const [first = '', last = ''] = endsOf(at(passage));
    for (const end of [first, last]) expect(end.length).toBeLessThanOrEqual(120);
    expect(first.length).toBeGreaterThan(100);
    expect(last.length).toBeGreaterThan(100);
    expect(passage.startsWith(first)).toBe(true);
    expect(passage.endsWith(last)).toBe(true);
    const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(passage)];
    const bounds = new Set(words.map(({ index }) => index));
    expect(bounds).toContain(first.length);
    expect(bounds).toContain(passage.length - last.length);
  });

  test('neither are two lines of it', () => {
    const line = sentence.repeat(12);
    for (const end of endsOf(at(`${line}\n${line}`))) expect(end.length).toBeLessThanOrEqual(120);
  });

  test('and without words is not looked for', () => {
    expect(at('x'.repeat(5_000))).toBe('https://example.org/review');
  });
});

test('a passage over several paragraphs is never looked for in one', () => {
  expect(at('First line\n\nSecond line')).toContain(':~:text=First%20line,Second%20line');
});

test('a fragment that is there stays', () => {
  expect(at('Here', 'https://example.org/#/route')).toBe('https://example.org/#/route:~:text=Here');
});

test('nothing to find, nothing added', () => {
  expect(at(' \n ')).toBe('https://example.org/review');
});

test('a passage with any number of spaces in it comes to an end', () => {
  const passage = `First${' '.repeat(1_000_000)}line \n second`;
  expect(at(passage)).toContain(':~:text=First%20line,second');
});

test('another passage that the browser was brought to before does not stay', () => {
  const before = 'https://example.org/review#:~:text=Elsewhere';
  expect(at('Here', before)).toBe('https://example.org/review#:~:text=Here');
});

test.each([
  ['https://example.org/review#:~:text=Here', 'https://example.org/review'],
  ['https://example.org/#/route:~:text=Here', 'https://example.org/#/route'],
  ['https://example.org/?q=:~:text=a#part', 'https://example.org/?q=:~:text=a#part'],
  ['https://example.org/review#', 'https://example.org/review#'],
  ['https://example.org/review', 'https://example.org/review'],
])('%s without a text directive is %s', (address, expected) => {
  expect(withoutTextFragment(address)).toBe(expected);
});
