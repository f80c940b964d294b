import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../../data/export/document';
import { escapeHtml } from '../../../../data/export/escape-html';
import { INPUT, LADDER, ladder, record } from '../../../fixtures/records';

const document = (evidence: ReturnType<typeof record>[], ladders = [LADDER]) =>
  toDocument({ ...INPUT, ladders, evidence });

it('says of right-to-left text that it is', () => {
  const hebrew = '\u05e9\u05dc\u05d5\u05dd (Vision)';
  const { html } = document([record({ quote: `${hebrew}\nOne.`, note: `1. ${hebrew}` })]);
  expect(html).toContain(`<p dir="rtl"><i>“${hebrew}</i></p>\n<p><i>One.”</i></p>`);
  expect(html).toContain(`<p>Note: 1. ${hebrew}</p>`);
  const arabic = '\u0633\u0644\u0627\u0645';
  expect(document([record({ note: `\n${arabic}` })]).html).toContain(`<p>Note: ${arabic}</p>`);
  expect(document([record({ quote: arabic })]).html).toContain(
    `<p dir="rtl"><i>“${arabic}”</i></p>`,
  );
});

it('writes rich text that editors take over as their own', () => {
  const { html } = document([
    record({ quote: 'One.\n\nTwo.', note: 'Why\nit counts', kind: 'peer' }),
  ]);
  expect(html).toBe(`<h2>Insight</h2>
<h3>Research &amp; data</h3>
<p><b>PM2, Product Manager</b></p>
<p>Expected at this level:</p>
<ul><li>Scope: Plans studies.</li><li>Scope: Talks to customers. (carried over from PM1)</li><li>Autonomy: With help. (carried over from PM1)</li></ul>
<p><i>“One.</i></p>
<p><i>Two.”</i></p>
<p>2026-03-04 · Peer feedback · <a href="https://example.com/review">My review</a></p>
<p>Note: Why</p>
<p>it counts</p>`);
});

it('says of evidence that no level is given, and nothing where nothing is known', () => {
  expect(document([record({ level: '' })]).html).toContain('<p><b>No level</b></p>\n<p><i>“We');
  const { html, text } = document([record({ ladder: '', subSkill: '', level: '' })]);
  expect(html).not.toContain('<b>');
  expect(text).not.toContain('/ \n');
});

it('writes the same as plain text', () => {
  const { text } = document([record({ note: 'Why it counts' })]);
  expect(text).toBe(`Insight

Research & data

PM2, Product Manager

Expected at this level:
- Scope: Plans studies.
- Scope: Talks to customers. (carried over from PM1)
- Autonomy: With help. (carried over from PM1)

“We asked ten customers.”

2026-03-04 · Self · My review
https://example.com/review

Note: Why it counts
`);
});

it('says no more than what is to be included, in both flavours', () => {
  const evidence = [record({ note: 'Why it counts' })];
  const { html, text } = toDocument({
    ...INPUT,
    include: { expectations: 'none', notes: false },
    evidence,
  });
  for (const one of [html, text]) expect(one).not.toMatch(/Expected|Plans studies|Why it counts/);
  expect(html).toContain('<p><b>PM2, Product Manager</b></p>\n<p><i>“We asked');
  const stated = toDocument({
    ...INPUT,
    include: { expectations: 'stated', notes: true },
    evidence,
  });
  expect(stated.html).toContain('<ul><li>Scope: Plans studies.</li></ul>');
  expect(stated.text).toContain('- Scope: Plans studies.\n\n“We asked');
});

it('says of a passage without a document that it was pasted', () => {
  const target = { source: '', document: '', title: '', surface: 'pasted' as const };
  const { html, text } = document([record({ target })]);
  expect(html).toContain('<p>2026-03-04 · Self · Pasted by hand</p>');
  expect(text).toContain('\n2026-03-04 · Self · Pasted by hand\n');
});

it('says an address once where it stands in for the title', () => {
  const { text } = document([record({ target: { title: '' } })]);
  expect(text.match(/https:\/\/example\.com\/review/g)).toHaveLength(1);
});

it('names the ladder where there are several', () => {
  const other = ladder({ ...LADDER, id: 'other-pm', name: 'Other PM' });
  const { html } = document([record(), record({ ladder: 'other-pm' })], [LADDER, other]);
  expect(html).toContain('<h2>Acme PM: Insight</h2>');
  expect(html).toContain('<h2>Other PM: Insight</h2>');
  expect(document([record()], [LADDER, other]).html).toContain('<h2>Insight</h2>');
});

it('writes each heading on one line', () => {
  const [insight, ...areas] = LADDER.skillAreas;
  const broken = { ...LADDER, skillAreas: [{ ...insight, name: 'In\nsight' }, ...areas] };
  const { html, text } = document([record()], [broken as typeof LADDER]);
  expect(html).toContain('<h2>In sight</h2>');
  expect(text).toContain('In sight\n');
});

it('keeps evidence of an unknown ladder, and says so where there is nothing', () => {
  const { html } = document([record({ ladder: 'gone' })]);
  expect(html).toContain('<h2>Not on a ladder Rung has</h2>\n<p><b>gone / research / pm2</b></p>');
  expect(html).toContain('<p><i>“We asked ten customers.”</i></p>');
  expect(document([])).toEqual({ html: '<p>No evidence</p>', text: 'No evidence\n' });
});

describe('whatever a user or a page wrote', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'about:blank', 'nonsense'])(
    'has no link to %s',
    (source) => {
      expect(document([record({ target: { source } })]).html).not.toContain('<a');
    },
  );

  it('does not leave a quoted attribute', () => {
    const { html } = document([
      record({ target: { source: `https://e.com/?a=" onclick='x'<b>&` } }),
    ]);
    expect(html).toContain('<a href="https://e.com/?a=%22%20onclick=%27x%27%3Cb%3E&amp;">');
  });

  it('is no markup in the title of a page that no link leads to', () => {
    const { html } = document([
      record({ target: { source: 'about:blank', title: '<img src=x>' } }),
    ]);
    expect(html).toContain('&lt;img src=x&gt;');
  });

  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', 'a', 'script', '\n', ' ') }),
  );

  it('is no markup', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (quote, note, title) => {
        const { html } = document([
          record({ quote, note, target: { title, source: `https://e.com/${quote}` } }),
        ]);
        const left = html
          .replace(/<\/?(?:h2|h3|p|ul|li|b|i)(?: dir="rtl")?>/g, '')
          .replace(/<a href="https:\/\/e\.com\/[^"<>\s]*">[^<>]*<\/a>/, '');
        expect(left).not.toMatch(/[<>"']/);
        expect(left).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
      { numRuns: 500 },
    );
  });
});

it('escapes what HTML would read', () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;',
  );
});
