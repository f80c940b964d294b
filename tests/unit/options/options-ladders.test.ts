// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Notice } from '../../../components/common/Toast';
import { dropLadder, keepLadder, ownLaddersItem } from '../../../data/library';
import { OwnLadders } from '../../../entrypoints/options/OwnLadders';
import { LADDER } from '../../fixtures/records';
import { draw, settled, wordsByKey } from '../support/mounted';
import { noticeBoard } from '../support/notices';

const version = (summary: string) => ({ ...LADDER, summary });
const [FIRST, SECOND, THIRD] = [version('First.'), version('Second.'), version('Third.')];

let place: HTMLElement;
let notices: (Notice | null)[];

beforeEach(async () => {
  wordsByKey();
  const { said, say: onNotice } = noticeBoard();
  notices = said;
  place = document.createElement('div');
  document.body.replaceChildren(place);
  await keepLadder(FIRST);
  await draw(h(OwnLadders, { ladders: [FIRST], onNotice }), place);
});

async function importFile(ladder: object): Promise<void> {
  const text = JSON.stringify(ladder);
  const input = place.querySelector('input') as HTMLInputElement;
  const file = new File([text], 'file.json');
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

async function undo(notice: Notice | null | undefined): Promise<void> {
  await act(async () => notice?.action?.run());
  await settled();
}

const stored = () => ownLaddersItem.getValue();
const remark = () => place.querySelector('.remark, .problem')?.textContent;

describe('a ladder that was replaced', () => {
  beforeEach(() => importFile(SECOND));

  it('is put back', async () => {
    expect(notices.at(-1)?.text).toBe('ladders_replaced Acme PM');
    await undo(notices.at(-1));
    expect(await stored()).toEqual({ [LADDER.id]: FIRST });
    expect(notices).toHaveLength(1);
  });

  it.each([
    ['replaced again', () => keepLadder(THIRD), { [LADDER.id]: THIRD }],
    ['removed', () => dropLadder(LADDER.id), {}],
  ])('is not put back, and that is said, where it was %s since', async (_, since, expected) => {
    await since();
    await undo(notices.at(-1));
    expect(await stored()).toEqual(expected);
    expect(notices.at(-1)?.text).toBe('ladders_changedSince Acme PM');
  });
});

describe('a ladder under the id of another', () => {
  const OTHER = { ...LADDER, name: 'Acme Design' };
  const buttons = () => [...place.querySelectorAll('.same-id .actions button')];
  const press = async (words: string) => {
    const button = buttons().find((one) => one.textContent === words) as HTMLElement;
    await act(async () => button.click());
    await settled();
  };
  beforeEach(() => importFile(OTHER));

  it('is asked about in a place for it, which holds no more than the question', () => {
    const status = place.querySelector('.same-id [role=status]');
    expect(status?.textContent).toContain('ladders_sameId');
    expect(status?.querySelector('button')).toBeNull();
    expect(buttons()).toHaveLength(3);
  });

  it('takes no place before that was asked', async () => {
    expect(await stored()).toEqual({ [LADDER.id]: FIRST });
    expect(remark()).toBe(`ladders_sameId file.json Acme Design ${LADDER.id} Acme PM`);
  });

  it('takes its place where that is wanted, and gives it back', async () => {
    await press('ladders_replace Acme PM');
    expect(await stored()).toEqual({ [LADDER.id]: OTHER });
    expect(notices.at(-1)?.text).toBe('ladders_replacedBy Acme PM Acme Design');
    expect(buttons()).toEqual([]);
    await undo(notices.at(-1));
    expect(await stored()).toEqual({ [LADDER.id]: FIRST });
  });

  it('stands beside it where that is wanted', async () => {
    await press('ladders_addBeside Acme Design');
    const id = `${LADDER.id}-2`;
    expect(await stored()).toEqual({ [LADDER.id]: FIRST, [id]: { ...OTHER, id } });
    expect(notices.at(-1)?.text).toBe('ladders_added Acme Design');
  });

  it('is left alone where that is wanted', async () => {
    await press('common_cancel');
    expect(buttons()).toEqual([]);
    expect(await stored()).toEqual({ [LADDER.id]: FIRST });
  });

  it('takes the place of what was added from an earlier state of its file', async () => {
    const added = { ...OTHER, id: `${LADDER.id}-2` };
    const onNotice = () => {};
    await draw(h(OwnLadders, { ladders: [FIRST, added], onNotice }), place);
    await importFile({ ...OTHER, summary: 'Corrected.' });
    expect(buttons().map((one) => one.textContent)).toEqual([
      'ladders_replace Acme Design',
      'ladders_replace Acme PM',
      'common_cancel',
    ]);
    await press('ladders_replace Acme Design');
    const corrected = { ...added, summary: 'Corrected.' };
    expect(await stored()).toEqual({ [LADDER.id]: FIRST, [added.id]: corrected });
  });

  it('is not offered the place of one that only has its name', async () => {
    const elsewhere = { ...OTHER, id: 'elsewhere' };
    await draw(h(OwnLadders, { ladders: [FIRST, elsewhere], onNotice: () => {} }), place);
    await importFile(OTHER);
    expect(buttons().map((one) => one.textContent)).toEqual([
      'ladders_addBeside Acme Design',
      'ladders_replace Acme PM',
      'common_cancel',
    ]);
  });

  it('is asked about no more once another file is chosen', async () => {
    await importFile(SECOND);
    expect(buttons()).toEqual([]);
    expect(await stored()).toEqual({ [LADDER.id]: SECOND });
  });
});

it('does not take out a ladder that was added and replaced since', async () => {
  await importFile({ ...LADDER, id: 'new', name: 'New' });
  const added = notices.at(-1);
  expect(added?.text).toBe('ladders_added New');
  const since = { ...THIRD, id: 'new' };
  await keepLadder(since);
  await undo(added);
  expect(await stored()).toEqual({ [LADDER.id]: FIRST, new: since });
});

it('does not put back a removed ladder in the place of one that was added since', async () => {
  const button = place.querySelector<HTMLElement>('.rows button');
  await act(async () => button?.click());
  await settled();
  expect(notices.at(-1)?.text).toBe('ladders_removed Acme PM');
  await keepLadder(THIRD);
  await undo(notices.at(-1));
  expect(await stored()).toEqual({ [LADDER.id]: THIRD });
});

describe('what is said of a file', () => {
  const withMore = { ...SECOND, owner: 'The product team' };

  it('is what was left out, until the import is undone', async () => {
    await importFile(withMore);
    expect(remark()).toBe('ladders_leftOut file.json"owner"');
    await undo(notices.at(-1));
    expect(remark()).toBeUndefined();
  });

  it('is gone with the next', async () => {
    await importFile(withMore);
    await importFile(THIRD);
    expect(remark()).toBeUndefined();
  });

  it('takes the place of what was said before, where a file is refused', async () => {
    await importFile(SECOND);
    expect(notices.at(-1)?.text).toBe('ladders_replaced Acme PM');
    await importFile({ ...SECOND, relatedRoles: undefined, relatedRole: [] });
    expect(notices.at(-1)).toBeNull();
    expect(remark()).toBe(
      'ladders_problem_invalid file.json"relatedRole" is not a field a ladder has there. Did you mean "relatedRoles"?',
    );
  });

  it('is cut off where it is much, and says so', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, at) => [`extra thing ${at}`, 1]),
    );
    await importFile({ ...SECOND, ...many });
    expect(place.querySelectorAll('.remark li')).toHaveLength(8);
    expect(remark()).toMatch(/ladders_more 3$/);
  });

  it('says how much more there is at least where nobody counted', async () => {
    await importFile({ ...SECOND, levels: Array(5_000).fill({}) });
    expect(place.querySelectorAll('.problem li')).toHaveLength(8);
    expect(remark()).toMatch(/ladders_atLeast \d{3}$/);
  });
});

it('says what of a file was left out in a place that was there before', async () => {
  const status = place.querySelector('[role=status]');
  await importFile({ ...SECOND, colour: 'green' });
  expect(place.querySelector('[role=status]')).toBe(status);
  expect(status?.textContent).toContain('ladders_leftOut');
});
