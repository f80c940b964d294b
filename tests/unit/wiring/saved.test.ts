// @vitest-environment happy-dom
import { h } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { Saved } from '../../../entrypoints/wiring/evidence/Saved';
import { LADDER, record } from '../../fixtures/records';
import { draw, wordsByKey } from '../support/mounted';

beforeEach(wordsByKey);

it.each([
  [[], {}, 'saved_done Market'],
  [[record()], {}, 'saved_doneMore Market Research & data'],
  [[], { when: '2026-06-30' }, /^saved_doneOn Market .*30.*2026/],
])('says what was stored, and what of it was tagged before (%#)', async (already, own, says) => {
  const place = document.createElement('div');
  const tags = { records: [record({ id: 'new', subSkill: 'market', ...own })], already };
  await draw(h(Saved, { ladders: [LADDER], tags, onClose: () => {} }), place);
  expect(place.querySelector('p')?.textContent).toMatch(says);
});
