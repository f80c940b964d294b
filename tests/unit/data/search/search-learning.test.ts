import { describe, expect, it } from 'vitest';
import { createLadderSearch, type TaggedPassage } from '../../../../data/search';
import { simulateUser } from '../../../bench/search/learner';
import { type ReviewSentence, readJson } from '../../../bench/search/queries';
import { intercomLadder } from '../../../fixtures/bundled-ladders';

const sentences = readJson<ReviewSentence[]>('tests/fixtures/review-sentences.json');
const search = createLadderSearch([intercomLadder]);
const ladder = 'intercom-pm';
/** Some thousand suggestions take a second or two; a busy machine may need many times that. */
const SLOW_MACHINE_MS = 60_000;

const tag = (subSkill: string, exact: string): TaggedPassage => ({ ladder, subSkill, exact });
const ids = (passage: string, tagged: TaggedPassage[]) =>
  search.suggest(passage, { tagged }).map((result) => result.subSkill.id);

describe('suggest with tagged passages', () => {
  it('learns a name that only the person knows', () => {
    const tagged = [
      tag('competitive-insight', 'Wrote up the Zorgblatt notes for the group'),
      tag('competitive-insight', 'The Zorgblatt notes were read by everybody'),
    ];
    expect(ids('Zorgblatt again', [])).toEqual([]);
    expect(ids('Zorgblatt again', tagged)).toEqual(['competitive-insight']);
  });

  it('never takes a sub-skill out of the first ten', () => {
    const tagged = sentences.slice(0, 60).map(({ subSkill, text }) => {
      const found = search.search(subSkill)[0];
      return tag(found?.subSkill.id ?? '', text);
    });
    for (const { text } of sentences.slice(60)) {
      const before = ids(text, []).slice(0, 10);
      expect(ids(text, tagged).slice(0, 10)).toEqual(expect.arrayContaining(before));
    }
  });

  it('is not moved by tags of other ladders or of sub-skills that are gone', () => {
    const passage = 'I rewrote the roadmap after talking to customers';
    const strange = [
      { ladder: 'gone', subSkill: 'customer-focus', exact: passage },
      tag('gone', passage),
    ];
    expect(ids(passage, strange)).toEqual(ids(passage, []));
  });

  it(
    'does a simulated person good, and no harm while tags are few',
    () => {
      const learnt = simulateUser(intercomLadder, sentences);
      for (const step of learnt) {
        expect(step.lost).toBe(0);
        expect(step.with.at1).toBeGreaterThanOrEqual(step.without.at1);
        expect(step.with.at3).toBeGreaterThanOrEqual(step.without.at3);
      }
      const last = learnt.at(-1);
      expect(last && last.with.at1 - last.without.at1).toBeGreaterThan(0.01);
    },
    SLOW_MACHINE_MS,
  );
});
