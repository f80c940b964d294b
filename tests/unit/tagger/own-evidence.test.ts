import { beforeEach, expect, it, vi } from 'vitest';
import { OwnEvidence } from '../../../entrypoints/tagger/own-evidence';
import type { OwnAnswer, PageRecord } from '../../../entrypoints/wiring/messages/records';

const record = (id: string): PageRecord => ({
  id,
  quote: { exact: id, prefix: '', suffix: '' },
  hue: 0,
});
const owns = (...ids: string[]): OwnAnswer => ({
  document: 'notes',
  records: ids.map(record),
  allowed: false,
});

/** What the page shows, by id. */
let shown: string[];
let address: string;
/** Answers the background's questions, one by one. */
let answers: ((own: OwnAnswer | null | undefined) => void)[];
let own: OwnEvidence;

beforeEach(() => {
  shown = [];
  address = '/first';
  answers = [];
  const session = {
    get showing() {
      return shown.length > 0;
    },
    show: vi.fn(async (records: readonly PageRecord[]) => {
      shown = records.map(({ id }) => id);
      return {};
    }),
  };
  const ask = () => new Promise<OwnAnswer | null | undefined>((resolve) => answers.push(resolve));
  own = new OwnEvidence(session, ask, () => address);
});

/** Lets everything go on that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('shows the answer to the last question, whichever comes last', async () => {
  own.showOwn();
  own.showOwn();
  answers[1]?.(owns('second'));
  await settled();
  answers[0]?.(owns('first'));
  await settled();
  expect(shown).toEqual(['second']);
});

it('asks again where the address changed before the answer came', async () => {
  own.showOwn();
  address = '/second';
  answers[0]?.(owns('first'));
  await settled();
  expect(shown).toEqual([]);
  answers[1]?.(owns('second'));
  await settled();
  expect(shown).toEqual(['second']);
});

it('asks again where the address changed before an answer that names no document', async () => {
  own.showOwn();
  address = '/second';
  answers[0]?.(null);
  await settled();
  answers[1]?.(owns('second'));
  await settled();
  expect(shown).toEqual(['second']);
});

it('asks at a measured pace where a page without evidence changes its address all the time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  try {
    own.showOwn();
    for (let change = 0; change < 20; change++) {
      address = `/second?at=${change}`;
      answers.at(-1)?.(null);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(answers).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(1_000);
    answers.at(-1)?.(owns('found at last'));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual(['found at last']);
  } finally {
    vi.useRealTimers();
  }
});

it('shows what a page has that changes its address all the time', async () => {
  own.showOwn();
  for (let change = 0; change < 2; change++) {
    address = `/first?at=${change}`;
    answers[change]?.(owns('here'));
    await settled();
  }
  expect(shown).toEqual(['here']);
  expect(answers).toHaveLength(2);
});

it('shows what the user asked for, whatever was on its way', async () => {
  own.showOwn();
  await own.show([record('asked for')]);
  answers[0]?.(owns('by itself'));
  await settled();
  expect(shown).toEqual(['asked for']);
});

it('takes away what a page that has none shows', async () => {
  await own.show([record('old')]);
  own.showOwn();
  answers[0]?.(null);
  await settled();
  expect(shown).toEqual([]);
});

it('leaves what it shows where a question is not answered', async () => {
  own.showOwn();
  answers[0]?.(owns('here'));
  await settled();
  own.showOwn();
  answers[1]?.(undefined);
  await settled();
  expect(shown).toEqual(['here']);
});

it('asks once more where its first question is not answered, and no oftener', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  try {
    own.showOwn();
    answers[0]?.(undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(answers).toHaveLength(2);
    answers[1]?.(undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(answers).toHaveLength(2);
    own.showOwn();
    answers[2]?.(undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    answers[3]?.(owns('found after all'));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual(['found after all']);
  } finally {
    vi.useRealTimers();
  }
});

it('leaves what the user asked to see where a question is not answered', async () => {
  await own.show([record('asked for')]);
  own.showOwn();
  answers[0]?.(undefined);
  await settled();
  expect(shown).toEqual(['asked for']);
});

it('shows nothing of the page before where nobody answers for the one that came', async () => {
  own.showOwn();
  answers[0]?.(owns('here'));
  await settled();
  address = '/second';
  own.showOwn();
  answers[1]?.(undefined);
  await settled();
  expect(shown).toEqual([]);
});

it('keeps hidden what the user has hidden, until they ask to see it', async () => {
  await own.show([record('one')]);
  own.showOwn();
  await own.hide('notes');
  answers[0]?.(owns('on its way'));
  await settled();
  await own.showAgain(owns('tagged since'));
  expect(shown).toEqual([]);
  own.showOwn();
  answers[1]?.(owns('after a step within the page'));
  await settled();
  expect(shown).toEqual([]);

  await own.show([record('asked for')]);
  await own.showAgain(owns('asked for', 'tagged since'));
  expect(shown).toEqual(['asked for', 'tagged since']);
});

it('shows the next document of a page, whose evidence nobody has hidden', async () => {
  await own.hide('notes');
  own.showOwn();
  answers[0]?.({ ...owns('of the plans'), document: 'plans' });
  await settled();
  expect(shown).toEqual(['of the plans']);
});

it('shows nothing any more where it is to stop showing on the site', async () => {
  own.showOwn();
  answers[0]?.({ ...owns('one'), allowed: true });
  await settled();
  expect(shown).toEqual(['one']);
  own.showOwn();
  answers[1]?.({ ...owns('one'), allowed: false });
  await settled();
  expect(shown).toEqual([]);
});

it('shows nothing again that went while an answer with it was on its way', async () => {
  own.showOwn();
  own.showAgain(owns('kept'));
  answers[1]?.(owns('kept'));
  await settled();
  answers[0]?.(owns('kept', 'deleted'));
  await settled();
  expect(shown).toEqual(['kept']);
});

it('shows what changed at once where nothing is on its way', async () => {
  await own.show([record('one')]);
  await own.showAgain(owns('one', 'tagged'));
  expect(shown).toEqual(['one', 'tagged']);
  own.showOwn();
  answers[0]?.(owns('one'));
  await settled();
  await own.showAgain(owns('one', 'two'));
  expect(shown).toEqual(['one', 'two']);
});

it('asks for the first evidence of a page, which comes with the colours to paint it', async () => {
  own.showOwn();
  answers[0]?.(null);
  await settled();
  own.showAgain(owns('first'));
  await settled();
  expect(shown).toEqual([]);
  answers[1]?.(owns('first'));
  await settled();
  expect(shown).toEqual(['first']);
});

it('leaves what the user asked for alone while it waits to ask again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  try {
    own.showOwn();
    for (const next of ['/second', '/third']) {
      address = next;
      answers.at(-1)?.(null);
      await vi.advanceTimersByTimeAsync(0);
    }
    const asked = answers.length;
    await own.show([record('asked for')]);
    await vi.runAllTimersAsync();
    expect(shown).toEqual(['asked for']);
    expect(answers).toHaveLength(asked);
  } finally {
    vi.useRealTimers();
  }
});

it('asks anew for what changed while an answer from before was on its way', async () => {
  await own.show([record('one')]);
  own.showOwn();
  own.showAgain(owns('one', 'tagged'));
  answers[0]?.(owns('one'));
  answers[1]?.(owns('one', 'tagged'));
  await settled();
  expect(shown).toEqual(['one', 'tagged']);
});
