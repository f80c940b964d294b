// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { Comparison } from '../../../components/ladder/Comparison';
import type { Level } from '../../../data/ladder';
import { LADDER } from '../../fixtures/records';
import { draw, wordsByKey } from '../support/mounted';

const [pm1, pm2] = LADDER.levels as never as readonly [Level, Level];

it('says of its columns which is the level of the user and which the next, and sets off theirs', async () => {
  wordsByKey();
  const place = document.createElement('div');
  const props = { ladder: LADDER, subSkillId: 'research', levels: [pm1, pm2], mine: pm1.id };
  await draw(<Comparison {...props} onCopy={() => undefined} />, place);
  const columns = [...place.querySelectorAll('.column')];
  expect(columns.map((one) => [...one.querySelectorAll('span')].map((s) => s.textContent))).toEqual(
    [
      [pm1.name, 'level_mine'],
      [pm2.name, 'level_next'],
    ],
  );
  expect([...place.querySelectorAll('.mine')]).toEqual([columns[0]]);
});
