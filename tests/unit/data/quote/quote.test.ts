import { describe, expect, it } from 'vitest';
import { createQuoteFinder, describeQuote, findQuote } from '../../../../data/quote';

const text = [
  'In the first quarter I led the discovery for the billing rewrite with four customers.',
  'We learned that invoices were read on phones, and changed the plan before any code was written.',
  'In the second quarter the team shipped the new invoice page and halved support tickets.',
  'I also mentored two associate product managers through their first launches.',
].join('\n');

/** Describes the one occurrence of `exact`. */
function quoteOf(exact: string, from = text) {
  const start = from.indexOf(exact);
  return describeQuote(from, start, start + exact.length);
}

function foundText(now: string, exact: string, from = text) {
  const found = findQuote(now, quoteOf(exact, from));
  return found && { text: now.slice(found.start, found.end), confidence: found.confidence };
}

describe('describeQuote', () => {
  it('keeps the words, their context and their place', () => {
    const exact = 'halved support tickets';
    const quote = quoteOf(exact);
    expect(quote.exact).toBe(exact);
    expect(text.slice(quote.start - quote.prefix.length, quote.start)).toBe(quote.prefix);
    expect(text.startsWith(quote.suffix, quote.end)).toBe(true);
    expect(quote.prefix.length).toBeGreaterThanOrEqual(128);
  });

  it('takes more context until repeats are told apart', () => {
    const same = 'The same words again and again. '.repeat(30);
    const repeated = `Alpha. ${same}Omega.`;
    const start = repeated.indexOf('again and', 480);
    const quote = describeQuote(repeated, start, start + 9);
    expect(repeated.split(quote.prefix + quote.exact + quote.suffix)).toHaveLength(2);
  });

  it.each([
    ['an emoji', 'a👩‍👩‍👧b', 2, 3, '👩‍👩‍👧'],
    ['a combining mark', 'cafe\u0301 bar', 3, 4, 'e\u0301'],
    ['a line end of two units', 'a\r\nb', 2, 3, '\r\n'],
  ])('moves out of %s', (_name, whole, start, end, exact) => {
    expect(describeQuote(whole, start, end).exact).toBe(exact);
  });

  it.each([
    [-1, 2],
    [3, 2],
    [0, 6],
    [0.5, 2],
    [Number.NaN, 2],
  ])('refuses offsets %s to %s', (start, end) => {
    expect(() => describeQuote('hello', start, end)).toThrow(RangeError);
  });
});

describe('findQuote', () => {
  it('ends where the passage ends now, not at a word it happens to share with what came after', () => {
    const kept =
      'The bar names what people find within it and need not list every part of the service.';
    const was = `${kept} Headings must never stick to the top, unless everyone agrees upon a sensible exception.`;
    const now = `${kept} Our office replaced its menus last May because customers complained loudly upon release, so content moves down.`;
    const before = 'Before anything else comes this.';
    const then = `${before}\n${was}\nAfter that stood more.`;
    const found = foundText(`${before}\n${now}\nOther words follow it.`, was, then);
    expect(found?.text).toMatch(/part of the service\.?$/);
  });

  it('takes the one of two reworded places that is where the passage was', () => {
    const filler = (from: number) =>
      Array.from(
        { length: 60 },
        (_, n) => `Paragraph ${from + n} is about topic ${(n * 7919) % 997}.`,
      );
    const page = (first: string, second: string) =>
      [...filler(100), first, ...filler(300), second, ...filler(500)].join('\n');
    const was = 'The lead completes a request for promotion and hands it in for approval.';
    const here = 'The lead writes a long request for promotion and gives it in for approval.';
    const there = 'The lead completes a request for an increase and hands it in for approval.';
    const now = page(here, there);
    const found = findQuote(now, {
      ...quoteOf(was, page(was, 'Nothing of the kind stands here.')),
      prefix: '',
      suffix: '',
    });
    expect(found && now.slice(found.start, found.end)).toContain('promotion');
  });

  it('finds what has not changed, wherever it went', () => {
    const exact = 'halved support tickets';
    expect(foundText(`New first line.\n${text}`, exact)).toEqual({
      text: exact,
      confidence: 'same',
    });
  });

  it('finds what was reworded, and says so', () => {
    const now = text.replace('shipped the new invoice page', 'launched a new page for invoices');
    expect(
      foundText(now, 'the team shipped the new invoice page and halved support tickets'),
    ).toEqual({
      text: 'the team launched a new page for invoices and halved support tickets',
      confidence: 'edited',
    });
  });

  it('takes other spaces, quotation marks and dashes for the same', () => {
    const from = 'She said "it\'s done" - and it was done.\nThen we went on to the next.';
    const now = 'She said “it’s\u00a0done” – and it was done. Then we went on to the next.';
    expect(foundText(now, '"it\'s done" - and it was done.\nThen', from)).toEqual({
      text: '“it’s\u00a0done” – and it was done. Then',
      confidence: 'same',
    });
  });

  it('finds words that lost the line break after them', () => {
    const now = text.replaceAll('\n', '');
    expect(foundText(now, 'for the billing rewrite with four customers.\nWe learned')?.text).toBe(
      'for the billing rewrite with four customers.We learned',
    );
  });

  it('reports what was deleted as gone', () => {
    const lines = text.split('\n');
    const gone = lines[1] ?? '';
    expect(foundText(lines.filter((line) => line !== gone).join('\n'), gone)).toBeNull();
  });

  it('prefers the repeat in the right context', () => {
    const from = 'We shipped it. Sales rose.\n\nIn spring we shipped it. Costs fell.';
    const start = from.lastIndexOf('shipped it');
    const quote = describeQuote(from, start, start + 10);
    const now = `We shipped it. Nothing else.\n\n${from}`;
    expect(findQuote(now, quote)?.start).toBe(now.lastIndexOf('shipped it'));
  });

  it('prefers the repeat with more of its context to one with more of it on one side', () => {
    const line = (week: number, rest: string) =>
      `Week ${week}\n\nThe build of week ${week} went out on Thursday and ${rest}`;
    const from = `${line(3, 'nothing had to be taken back. Two vans drove.')}\n\n${line(7, 'nothing had to be taken back. Two hundred shops answered.')}`;
    const start = from.indexOf('went out on Thursday');
    const quote = describeQuote(`Before.\n\n${from}`, start + 9, start + 29);
    const now = `Other words.\n\n${from.replace('nothing had to be', 'nothing had be')}`;
    expect(findQuote(now, quote)?.start).toBe(now.indexOf('went out on Thursday'));
  });

  it('doubts a repeat that only its old place could tell apart', () => {
    const found = findQuote('shipped it. Well, well. shipped it.', {
      exact: 'shipped it',
      prefix: '',
      suffix: '',
    });
    expect(found?.confidence).toBe('doubtful');
  });

  it('asks which of two equal paragraphs it is, unless the old place tells', () => {
    const quote = quoteOf('halved support tickets');
    const twice = `${text}\n\n${text}\n\n${text}`;
    const { start: _start, end: _end, ...placeless } = quote;
    expect(findQuote(twice, placeless)?.confidence).toBe('doubtful');
    expect(findQuote(twice, quote)).toMatchObject({ start: quote.start, confidence: 'same' });
    const between = { ...quote, start: quote.start + Math.floor((text.length + 2) / 2) };
    expect(findQuote(twice, between)?.confidence).toBe('doubtful');
  });

  it('ends inside of a word again where the passage did', () => {
    const before = text.replace('four customers', 'four of our customers in May');
    const exact = 'led the discovery for the billing rewrite with four of our custom';
    const now = before
      .replace('I led the', 'She did the')
      .replace('billing rewrite', 'new invoices');
    expect(foundText(now, exact, before)).toEqual({
      text: 'the discovery for the new invoices with four of our custom',
      confidence: 'edited',
    });
  });

  it.each([
    ['a plural', 'the customer', 'the customers'],
    ['an accent written as a mark', 'nobody in the cafe\u0301', 'no one at the cafe\u0301s'],
    ['a word joined to one that is new', 'the whole road', 'almost the whole roadside'],
  ])('takes a last word whole that grew: %s', (_name, end, grown) => {
    const passage = (last: string) => `we wrote down what was learnt in spring and told ${last}`;
    const was = `Before it, ${passage(end)} `;
    const now = `Since then, ${passage(grown)} of the town.`;
    expect(foundText(now, passage(end), was)?.text).toBe(passage(grown));
  });

  it('does not find a word inside another', () => {
    expect(findQuote('A category of one.', { exact: 'cat', prefix: '', suffix: '' })).toBeNull();
  });

  it.each([
    [
      'Chinese',
      '第一季度我们推出了新的计费系统。客户反馈非常好,支持请求减少了一半。',
      '客户反馈非常好,支持请求减少',
      '非常',
      '特别',
    ],
    [
      'Thai',
      'ไตรมาสแรกเราเปิดตัวระบบใหม่และลูกค้าพอใจมากขึ้นกว่าเดิม',
      'เราเปิดตัวระบบใหม่และลูกค้าพอใจ',
      'ใหม่',
      'ล่าสุด',
    ],
    [
      'Hebrew',
      'ברבעון הראשון השקנו את מערכת החיוב החדשה והלקוחות היו מרוצים מאוד מהשינוי',
      'השקנו את מערכת החיוב החדשה והלקוחות היו מרוצים',
      'החדשה',
      'המעודכנת',
    ],
  ])('finds edited %s', (_name, from, exact, old, fresh) => {
    const now = `${from.slice(0, 3)} 1 ${from.replace(old, fresh)}`;
    expect(foundText(now, exact, from)).toEqual({
      text: exact.replace(old, fresh),
      confidence: expect.stringMatching(/edited|doubtful/),
    });
  });

  it('keeps within bounds for long quotes, whole or edited', () => {
    const long = Array.from({ length: 6000 }, (_, n) => `word${n} of${n % 7}`).join(' ');
    const quote = describeQuote(`Before. ${long} After.`, 8, 8 + long.length);
    expect(findQuote(`New. Before. ${long} After.`, quote)?.confidence).toBe('same');
    const now = `Before. ${long.replace('word3000', 'changed')} After.`;
    expect(findQuote(now, quote)).toEqual({ start: 8, end: now.length - 7, confidence: 'edited' });
    expect(findQuote(text, quote)).toBeNull();
  });

  it.each([
    ['an empty quote', 'hello', ''],
    ['an empty text', '', 'hello'],
    ['a quote of zero bytes', 'a b c', '\0\0'],
    ['half a pair', 'a b c', '\ud83d'],
  ])('finds nothing for %s', (_name, whole, exact) => {
    expect(findQuote(whole, { exact, prefix: '', suffix: '' })).toBeNull();
  });
});

describe('texts that repeat themselves throughout', () => {
  const length = 200_000;
  it.each([
    ['one letter', 'a'.repeat(length), 'a'.repeat(500), '', null],
    [
      'one letter and an end that is nowhere',
      'a'.repeat(length),
      `${'a'.repeat(90_000)}b`,
      '',
      null,
    ],
    ['blanks', ' '.repeat(length), '     ', 'x', { start: 0, end: 5 }],
    ['one word', 'a '.repeat(length / 2), 'a a a a b', '', null],
    [
      'one sentence',
      '客户反馈非常好支持请求减少了一半。'.repeat(length / 17),
      '客户反馈特别好支持请求减少了一半。',
      '',
      { start: 0, end: 17 },
    ],
  ])('do not hold up the search: %s', (_name, whole, exact, prefix, expected) => {
    const found = findQuote(whole, { exact, prefix, suffix: '' });
    if (expected) expect(found).toEqual({ ...expected, confidence: 'doubtful' });
    else expect(found?.confidence ?? 'doubtful').toBe('doubtful');
  });

  it('still give a described quote its own place', () => {
    const whole = 'again and '.repeat(length / 10);
    const quote = describeQuote(whole, 100_000, 100_009);
    expect(findQuote(whole, quote)).toMatchObject({ start: 100_000, end: 100_009 });
  });
});

describe('createQuoteFinder', () => {
  it('gives the same in slices as at once', async () => {
    const now = text.replace('four customers', 'five large customers');
    const finder = createQuoteFinder(now);
    const quote = quoteOf('the discovery for the billing rewrite with four customers');
    let pauses = 0;
    let clock = 0;
    const sliced = await finder.findAsync(quote, {
      now: () => {
        clock += 10;
        return clock;
      },
      pause: async () => {
        pauses++;
      },
    });
    expect(pauses).toBeGreaterThan(0);
    expect(sliced).toEqual(findQuote(now, quote));
    expect(sliced).not.toBeNull();
  });
});
