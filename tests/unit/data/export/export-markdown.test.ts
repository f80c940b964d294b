import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownLink } from '../../../../data/export/escape-markdown';
import { toMarkdown } from '../../../../data/export/markdown';
import { safeLink } from '../../../../data/export/safe-link';
import { INPUT, LADDER, record } from '../../../fixtures/records';

const exportedAt = new Date(2026, 10, 3, 23, 59);
const markdown = (...evidence: ReturnType<typeof record>[]) =>
  toMarkdown({ ...INPUT, evidence, exportedAt });

it('writes evidence in the order of the ladder, with what is expected', () => {
  expect(
    markdown(
      record({
        id: 'c',
        subSkill: 'planning',
        level: 'pm3',
        kind: 'peer',
        note: 'Line 1\n\nLine 2',
      }),
      record({ id: 'b', created: '2026-03-05T12:00:00.000Z', quote: 'Second\nparagraph' }),
      record({ id: 'a' }),
      record({ id: 'd', level: 'pm1', kind: 'manager', quote: 'Earlier level' }),
      record({ id: 'e', ladder: 'gone', subSkill: 'lost', level: 'x' }),
    ),
  ).toBe(`# Evidence

Exported on 2026-11-03

## Acme PM

### Insight

#### Research & data

**PM1, Associate Product Manager**

Expected at this level:

- Scope: Talks to customers.
- Autonomy: With help.

> Earlier level

2026-03-04 · Manager feedback · [My review](https://example.com/review)

**PM2, Product Manager**

Expected at this level:

- Scope: Plans studies.
- Scope: Talks to customers. (carried over from PM1)
- Autonomy: With help. (carried over from PM1)

> We asked ten customers.

2026-03-04 · Self · [My review](https://example.com/review)

> Second
>
> paragraph

2026-03-05 · Self · [My review](https://example.com/review)

### Delivery

#### Planning

**PM3**

Expected at this level:

- Scope: Plans a year.

> We asked ten customers.

2026-03-04 · Peer feedback · [My review](https://example.com/review)

Note: Line 1

Line 2

## Not on a ladder Rung has

**gone / lost / x**

> We asked ten customers.

2026-03-04 · Self · [My review](https://example.com/review)
`);
});

it('says under its title which days it keeps to', () => {
  const text = toMarkdown({ ...INPUT, days: 'Dated 1–31 March 2026', exportedAt });
  expect(text).toMatch(/^# Evidence\n\nDated 1–31 March 2026\n\nExported on 2026-11-03\n/);
});

it('says so where there is nothing', () => {
  expect(markdown()).toBe('# Evidence\n\nExported on 2026-11-03\n\nNo evidence\n');
});

it('says of a passage without a document that it was pasted', () => {
  const pasted = record({ target: { source: '', document: '', title: '', surface: 'pasted' } });
  expect(markdown(pasted)).toContain('\n\n2026-03-04 · Self · Pasted by hand\n');
});

it('says no more than what is to be included', () => {
  const include = { expectations: 'none', notes: false } as const;
  const evidence = [record({ note: 'Ask Ines' })];
  expect(toMarkdown({ ...INPUT, include, evidence, exportedAt })).not.toMatch(/Ask Ines|Expected/);
});

it('reads nothing as Markdown that a ladder is called', () => {
  const bold = { ...LADDER, name: '*Acme*' };
  const text = toMarkdown({
    ...INPUT,
    ladders: [bold],
    evidence: [record({ level: '*pm9*' }), record({ ladder: '*gone*' })],
    exportedAt,
  });
  expect(text).toContain('\n## \\*Acme\\*\n');
  expect(text).toContain('**\\*pm9\\***');
  expect(text).toContain('**\\*gone\\* / research / pm2**');
});

it('says of evidence that no level is given, and names of one not placed what is', () => {
  expect(markdown(record({ level: '' }))).toContain('**No level**\n\n> We asked ten customers.');
  const unplaced = markdown(record({ ladder: 'gone', subSkill: '', level: ' ' }));
  expect(unplaced).toContain('**gone**\n\n> We asked ten customers.');
  const nothing = markdown(record({ ladder: '', subSkill: '', level: '' }));
  expect(nothing).not.toContain('**');
});

it('keeps evidence at a level the ladder does not have', () => {
  expect(markdown(record({ level: 'pm9' }))).toContain('**pm9**\n\n> We asked ten customers.');
});

describe('escapeMarkdown', () => {
  it.each([
    ['plain text, even with -, + and # inside', 'plain text, even with -, + and # inside'],
    ['*bold* _it_ `code` ~~gone~~', '\\*bold\\* \\_it\\_ \\`code\\` \\~\\~gone\\~\\~'],
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['a -> b', 'a -> b'],
    ['![x](javascript:alert(1))', '!\\[x\\](javascript:alert(1))'],
    ['[x]: http://a', '\\[x\\]: http://a'],
    ['R&D, &amp; and &#60; &lt', 'R&D, \\&amp; and \\&#60; &lt'],
    ['back\\slash', 'back\\\\slash'],
    ['# heading', '\\# heading'],
    ['###### heading', '\\###### heading'],
    ['#hashtag', '#hashtag'],
    ['#', '\\#'],
    ['##', '\\##'],
    ['C#', 'C#'],
    ['C #', 'C \\#'],
    ['closed ##', 'closed \\#\\#'],
    ['> quote', '\\> quote'],
    ['- bullet', '\\- bullet'],
    ['+ bullet', '\\+ bullet'],
    ['* bullet', '\\* bullet'],
    ['+', '\\+'],
    ['1.', '1\\.'],
    ['-5 % churn', '-5 % churn'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['1. item', '1\\. item'],
    ['12) item', '12\\) item'],
    ['1.5 million', '1.5 million'],
    ['2026. What a year', '2026\\. What a year'],
    ['a | b', 'a \\| b'],
  ])('%s', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

describe('links', () => {
  it.each([
    ['https://example.com/a b', '[x](https://example.com/a%20b)'],
    ['https://example.com/a_(b)', '[x](https://example.com/a_%28b%29)'],
    ['https://example.com/?q=<b>"`\'', '[x](https://example.com/?q=%3Cb%3E%22%60%27)'],
    ['https://example.com/?a=1&copy;=2&b', '[x](https://example.com/?a=1&amp;copy;=2&b)'],
    ['https://example.com/?q=\\', '[x](https://example.com/?q=%5C)'],
    ['https://me:secret@example.com/', '[x](https://example.com/)'],
    ['file:///home/me/my review.html', '[x](file:///home/me/my%20review.html)'],
    ['file://localhost/home/me/review.html', '[x](file:///home/me/review.html)'],
    ['file://elsewhere.example/share/review.html', 'x'],
    ['javascript:alert(1)', 'x'],
    [' JavaScript:alert(1)', 'x'],
    ['data:text/html,<script>', 'x'],
    ['chrome-extension://a/b', 'x'],
    ['about:blank', 'x'],
    ['not an address', 'x'],
  ])('%s', (address, expected) => {
    expect(markdownLink('x', safeLink(address))).toBe(expected);
  });

  it('escapes the text of a link', () => {
    expect(markdownLink('a](http://evil) [b', 'https://a/')).toBe(
      '[a\\](http://evil) \\[b](https://a/)',
    );
  });
});

describe('whatever a user or a page wrote', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(...'<>[]()*_`~#&;|\\!-+=.1 \n\t"\'', 'a', 'script', '&lt;'),
    }),
  );
  /** What a renderer would see once it has taken the escaped characters for plain ones. */
  const unescaped = (text: string) => text.replace(/\\[!-/:-@[-`{-~]/g, '□');

  it('is never HTML, an image, code or a heading of its own', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (quote, note, title) => {
        const plain = markdown(record());
        const output = markdown(
          record({ quote: `q${quote}`, note, target: { title: `t${title}` } }),
        );
        const left = unescaped(output);
        expect(left).not.toMatch(/[<`~|]|!\[/);
        expect(left).not.toMatch(/&#?\w+;/);
        // As many headings, bullets, bold texts and links as the export has itself.
        for (const own of [
          /^#{1,6}(?=\s)/gm,
          /^[-+*] /gm,
          /\*/g,
          /\]\(/g,
          /[[\]]/g,
          /^\d+[.)]\s/gm,
        ]) {
          expect(left.match(own)?.length).toBe(unescaped(plain).match(own)?.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
