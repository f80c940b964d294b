// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { type Ladder, subSkillsOf } from '../../../data/ladder';
import intercom from '../../../data/ladders/intercom-pm.json';
import { BUNDLED_LADDERS } from '../../../data/library';
import { useLookUp } from '../../../entrypoints/wiring/ladder/use-look-up';
import { mounted } from '../support/mounted';

const ladder = BUNDLED_LADDERS.find(({ id }) => id === intercom.id) as Ladder;
const mine = { ladder, level: 'senior-pm' };

/** What is answered to a query, by the ladders' ids, and the levels of the first that was found. */
async function answerTo(query: string) {
  const hook = await mounted(() => useLookUp(BUNDLED_LADDERS, mine, query), undefined);
  const { results, nearest, didYouMean, levelsFor, namedFor } = hook.now;
  await hook.end();
  const [first] = results;
  return {
    ladders: [...new Set(results.map((one) => one.ladder.id))],
    count: results.length,
    nearest: nearest.length,
    didYouMean,
    levels: first && levelsFor(first).map(({ id }) => id),
    named: first && namedFor(first),
  };
}

it('answers a level alone with all that is expected there, beside the level above', async () => {
  expect(await answerTo('staff pm')).toMatchObject({
    ladders: [ladder.id],
    count: subSkillsOf(ladder).length,
    levels: ['staff-pm', 'principal-pm'],
    named: ['staff-pm', 'principal-pm'],
  });
});

it('answers words at a level with the best alone, as it does without one', async () => {
  const best = { ladders: [ladder.id], count: 12, nearest: 0 };
  expect(await answerTo('staff pm product')).toMatchObject({
    ...best,
    levels: ['staff-pm', 'principal-pm'],
  });
  expect(await answerTo('product')).toMatchObject({
    ...best,
    levels: ['senior-pm', 'staff-pm'],
    named: null,
  });
});

it('offers what comes near only where nothing answers', async () => {
  expect(await answerTo('zzyzx')).toMatchObject({ count: 0, nearest: 3 });
});

it('has nothing to say as long as nothing is asked', async () => {
  expect(await answerTo(' ')).toMatchObject({ count: 0, nearest: 0, didYouMean: null });
});
