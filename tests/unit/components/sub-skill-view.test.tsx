// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { SubSkillView } from '../../../components/ladder/SubSkillView';
import { type Ladder, subSkillsOf } from '../../../data/ladder';
import { BUNDLED_LADDERS } from '../../../data/library';
import { draw, wordsByKey } from '../support/mounted';

const [ladder] = BUNDLED_LADDERS as readonly [Ladder, ...Ladder[]];
const all = subSkillsOf(ladder);
const levels = ladder.levels.slice(0, 2);
const onOpen = vi.fn();
let place: HTMLElement;

beforeEach(() => {
  wordsByKey();
  onOpen.mockReset();
  place = document.createElement('div');
});

async function show(at: number): Promise<void> {
  const nothing = () => undefined;
  const subSkillId = all.at(at)?.id ?? '';
  await draw(
    <SubSkillView
      {...{ ladder, subSkillId, levels, mine: levels[0]?.id ?? '', evidenceCount: 0, onOpen }}
      {...{ onLevels: nothing, onBack: nothing, onCopy: nothing, onCopySubSkill: nothing }}
      {...{ onCopyLink: nothing, onEvidence: nothing }}
    />,
    place,
  );
}

const ways = () => [...place.querySelectorAll<HTMLElement>('.neighbours button')];

it('leads to the sub-skill before and to the one after, also across skill areas', async () => {
  for (const at of all.keys()) {
    if (at === 0 || at === all.length - 1) continue;
    await show(at);
    onOpen.mockReset();
    for (const way of ways()) act(() => way.click());
    expect(onOpen.mock.calls.flat()).toEqual([all[at - 1]?.id, all[at + 1]?.id]);
  }
});

it('leads nowhere before the first and after the last', async () => {
  await show(0);
  expect(ways().map((one) => one.textContent)).toEqual([`${all[1]?.name} →`]);
  await show(-1);
  expect(ways().map((one) => one.textContent)).toEqual([`← ${all.at(-2)?.name}`]);
});
