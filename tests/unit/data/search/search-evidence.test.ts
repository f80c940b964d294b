import { describe, expect, it, vi } from 'vitest';
import type { Evidence } from '../../../../data/evidence';
import { createEvidenceSearch, type EvidenceQuestions } from '../../../../data/search';

function record(id: string, exact: string, note = '', title = 'Review'): Evidence {
  const at = '2026-01-01T00:00:00.000Z';
  return {
    schema: 1,
    id,
    ladder: 'intercom-pm',
    subSkill: 'ownership',
    level: 'pm',
    kind: 'self',
    note,
    target: {
      source: 'https://docs.example/1',
      document: 'https://docs.example/1',
      title,
      surface: 'page',
      selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    },
    created: at,
    modified: at,
  };
}

const records = [
  record('a', 'Interviewed fourteen administrators about invoices'),
  record('b', 'Shipped the importer', 'praised by the whole group'),
  record('c', 'Wrote the plan', '', 'Half-year summary'),
  record('d', 'The plan for invoices was read by administrators'),
];
const ids = (query: string, search: EvidenceQuestions = createEvidenceSearch(records)) =>
  search.search(query);

describe('evidence search', () => {
  it('finds the last word of the longest note there may be', () => {
    const note = `${'so '.repeat(3_325)}many zebras`;
    expect(note.length).toBeLessThanOrEqual(10_000);
    expect(ids('zebras', createEvidenceSearch([record('long', 'Shipped', note)]))).toEqual([
      'long',
    ]);
  });

  it.each([
    ['a word of the quote', 'importer', ['b']],
    ['another form of it', 'interview', ['a']],
    ['its beginning', 'administr', ['d', 'a']],
    ['a slip', 'improter', ['b']],
    ['the note', 'praise', ['b']],
    ['the title', 'summary', ['c']],
    ['nothing that is there', 'zeppelin', []],
    ['nothing at all', ' ', []],
  ])('finds by %s', (_, query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it.each([
    ['Chinese', '流失率', '我带领团队与利益相关者沟通并减少了流失率'],
    ['Japanese', 'オンボーディング', '新しいオンボーディングで三か月で解約率を下げた'],
    ['Thai', 'ทีม', 'ฉันนำทีมผลิตภัณฑ์และลดอัตราการเลิกใช้'],
  ])('finds words within %s, which puts no spaces between them', (_, query, exact) => {
    const search = createEvidenceSearch([...records, record('own', exact)]);
    expect(ids(query, search)[0]).toBe('own');
  });

  it('finds words that say nothing to the letter alone', () => {
    const search = createEvidenceSearch([
      record('x', 'How to get things done'),
      record('y', 'On prioritization'),
    ]);
    expect(ids('get things done', search)).toEqual(['x']);
    expect(ids('it', search)).toEqual([]);
  });

  it('puts the record with most of the words first, and the very words before all', () => {
    expect(ids('plan for invoices')[0]).toBe('d');
    const [x, y] = ['release the big plan', 'plan the big release'];
    for (const same of [
      [record('x', x), record('y', y)],
      [record('x', y), record('y', x)],
    ]) {
      const found = createEvidenceSearch(same).search('big plan')[0];
      expect(same.find(({ id }) => id === found)?.target.selector[0].exact).toBe(x);
    }
  });

  it('marks what matched, in any text', () => {
    const marks = createEvidenceSearch(records).marksFor('praised importer');
    expect(marks('Shipped the importer')).toEqual([[12, 20]]);
    expect(marks('praised by the whole group')).toEqual([[0, 7]]);
    expect(marks('Review')).toEqual([]);
  });

  it('puts the newest first among equals, in whatever order they came and were changed', () => {
    const on = (id: string, day: string) => ({
      ...record(id, 'Wrote the plan'),
      created: `2026-01-${day}T00:00:00.000Z`,
    });
    const search = createEvidenceSearch([on('b', '02'), on('c', '03'), on('a', '01')]);
    expect(ids('plan', search)).toEqual(['c', 'b', 'a']);
    search.add({ ...on('a', '01'), note: 'Changed' });
    expect(ids('plan', search)).toEqual(['c', 'b', 'a']);
  });

  it('gives the same order in whatever order records were indexed', () => {
    const all = Array.from({ length: 300 }, (_, n) => ({
      ...record(`n${n}`, `plan ${'the release '.repeat(n % 3)}`, n % 5 ? '' : 'A plan'),
      created: new Date(Date.UTC(2026, 0, 1 + (n % 40))).toISOString(),
    }));
    for (const query of ['plan', 'p', 'plan the release', 'rele']) {
      const given = ids(query, createEvidenceSearch(all));
      expect(given.length).toBeGreaterThan(40);
      expect(ids(query, createEvidenceSearch([...all].reverse()))).toEqual(given);
    }
  });

  it('leaves out none of those that answer alike where all are asked for', () => {
    const all = Array.from({ length: 3000 }, (_, n) => record(`n${n}`, `piece${n}`, '', 'Summary'));
    const search = createEvidenceSearch(all);
    expect(search.search('summary', { limit: all.length })).toHaveLength(all.length);
    expect(search.search('summary')).toHaveLength(50);
  });

  it('says what a slip may have meant', () => {
    const search = createEvidenceSearch(records);
    expect(search.didYouMean('the improter')).toBe('the importer');
    expect(search.didYouMean('the importer')).toBeUndefined();
  });

  it('follows what is added, changed and removed', () => {
    const search = createEvidenceSearch(records);
    expect(ids('zeppelin', search)).toEqual([]);
    search.add(record('e', 'Rode in a zeppelin'));
    expect(ids('zeppelin', search)).toEqual(['e']);
    search.add(record('e', 'Rode in a balloon'));
    expect(ids('zeppelin', search)).toEqual([]);
    expect(ids('balloon', search)).toEqual(['e']);
    search.remove('e');
    search.remove('unknown');
    expect(ids('balloon', search)).toEqual([]);
    expect(search.indexed).toBe(4);
  });

  it('stays right after most of it was replaced many times', () => {
    const search = createEvidenceSearch();
    for (let round = 0; round < 5; round++) {
      for (let n = 0; n < 200; n++) search.add(record(`n${n}`, `round${round} piece${n}`));
      expect(search.search('piece7')[0]).toBe('n7');
    }
    expect(search.indexed).toBe(200);
    expect(ids('round3', search)).toEqual([]);
    expect(search.search('round4', { limit: 500 })).toHaveLength(200);
  });

  describe('while records wait to be indexed', () => {
    /** Asks of the clock that pass at once; each one after them takes a second. */
    const stopAfter = (asks: number) => {
      let asked = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => 1000 * Math.max(0, ++asked - asks));
    };

    it('answers at once from those that were added first, and later from all', () => {
      stopAfter(3);
      const search = createEvidenceSearch(records);
      expect(ids('plan', search.soFar)).toEqual([]);
      expect(search.indexSome()).toBe(false);
      expect([search.indexed, search.complete]).toEqual([2, false]);
      expect(ids('invoices', search.soFar)).toEqual(['a']);
      expect(ids('plan', search.soFar)).toEqual([]);

      stopAfter(100);
      expect(search.indexSome()).toBe(true);
      expect([search.indexed, search.complete]).toEqual([4, true]);
      expect(ids('plan', search.soFar)).toEqual(ids('plan'));
      expect(search.soFar.didYouMean('the improter')).toBe('the importer');
    });

    it('still answers from all where it is asked itself', () => {
      stopAfter(3);
      const search = createEvidenceSearch(records);
      search.indexSome();
      expect(ids('plan', search)).toEqual(ids('plan'));
      expect(search.complete).toBe(true);
    });

    it('knows slips of words that came in any slice', () => {
      const search = createEvidenceSearch();
      const words = ['importer', 'zeppelin', 'administrator'];
      for (const [n, word] of words.entries()) {
        search.add(record(`n${n}`, word));
        search.indexSome();
        expect(search.soFar.didYouMean('zepelin')).toBe(n === 0 ? undefined : 'zeppelin');
      }
    });

    it('has what was changed as it was before, until it is indexed', () => {
      const search = createEvidenceSearch(records);
      search.indexSome();
      search.add(record('c', 'Rode in a zeppelin'));
      expect([search.indexed, search.complete]).toEqual([4, false]);
      expect(ids('zeppelin', search.soFar)).toEqual([]);
      expect(ids('summary', search.soFar)).toEqual(['c']);
      search.indexSome();
      expect(ids('zeppelin', search.soFar)).toEqual(['c']);
      expect(ids('summary', search.soFar)).toEqual([]);
    });
  });
});

describe('evidence that is deleted or changed', () => {
  it('is not found where it was deleted before it was read', () => {
    const search = createEvidenceSearch(records);
    search.remove('b');
    expect(ids('importer', search)).toEqual([]);
    expect(search.indexed).toBe(3);
  });

  it('is no reason to put a word right any more', () => {
    const search = createEvidenceSearch(records);
    expect(search.didYouMean('improter')).toBe('importer');
    search.remove('b');
    expect(search.didYouMean('improter')).toBeUndefined();
  });
});

describe('words that say nothing by themselves', () => {
  const at = (id: string, month: string) => ({
    ...record(id, 'What is (it) all about?'),
    created: `2026-${month}-01T00:00:00.000Z`,
  });

  it('are found to the letter, the newest first', () => {
    const search = createEvidenceSearch([at('new', '05'), at('old', '01'), at('newest', '06')]);
    expect(ids('what is', search)).toEqual(['newest', 'new', 'old']);
    expect(search.search('what is', { limit: 1 })).toEqual(['newest']);
    expect(ids('is what', search)).toEqual([]);
  });

  it.each(['is (it', 'is (it)', 'is [it', 'is it*'])('are never a pattern: %s', (query) => {
    const found = ids(query, createEvidenceSearch([at('one', '01')]));
    expect(found).toEqual(query.startsWith('is (it') ? ['one'] : []);
  });
});
