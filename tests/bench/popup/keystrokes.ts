import type { Locator, Page } from 'playwright-core';
import { FirstFrameTrace } from '../browser/first-frame';
import { type Spread, spreadOf } from '../browser/table';
import { settled, WorkMeter } from '../browser/work';
import { BLIND_QUERIES, type Query, readJson } from '../search/queries';

const TYPED = [
  'stakeholder buy-in',
  'senior roadmap',
  'stakehlder buyin',
  'post mortem',
  'a/b test',
  'next level autonomy',
  'who do i hire',
  'zzyzx qwortle',
];
/** Enough of them for a 95th percentile that no single one decides. */
const SENTENCES = 25;
const PASTED = readJson<Query[]>(BLIND_QUERIES)
  .filter(({ type }) => type === 'passage')
  .slice(0, SENTENCES)
  .map(({ query }) => query);

/** Until then every index is there, milliseconds. */
const INDEXED = 6_000;
/** Milliseconds after a key in which the results that nobody sees yet are drawn. */
const RESTED = 500;

/** What is put into a field. */
export interface Inputs {
  /** Typed one key after the other; before each the field is emptied. */
  readonly typed: readonly string[];
  readonly pasted: readonly string[];
}

export interface Keystrokes {
  /** Script, style, layout and painting for one key, milliseconds. */
  readonly typed: Work;
  readonly pasted: Work;
}

export interface Work {
  /** Until the frame that shows the best match. */
  readonly best: Spread;
  /** Until all that can be seen was drawn. */
  readonly seen: Spread;
  /** What drawing the results below the window's edge takes, once keys rest. */
  readonly below: Spread;
}

/** The work a view does for each key typed into its search field, until its answer is painted. */
export async function measureKeystrokes(
  view: Page,
  rounds = 1,
  inputs: Inputs = { typed: TYPED, pasted: PASTED },
): Promise<Keystrokes> {
  const meter = await WorkMeter.of(view);
  const field = view.getByRole('searchbox').first();
  await field.focus();
  const work = async (act: () => Promise<unknown>) => {
    const { task } = await meter.during(async () => {
      await act();
      await settled(view);
    });
    return task;
  };
  // Indexes are built in the first moments; how soon they answer is measured on its own.
  await field.fill('roadmap');
  await new Promise((resolve) => setTimeout(resolve, INDEXED));
  await field.fill('');
  await settled(view);
  // The instrument itself takes some: what it does where nothing happens is taken off.
  const idle: number[] = [];
  for (let n = 0; n < 20; n++) idle.push(await work(async () => {}));
  const base = spreadOf(idle).p50;

  const seen = { typed: [] as number[], pasted: [] as number[] };
  await eachInput(view, field, inputs, rounds, async (kind, act) => {
    seen[kind].push((await work(act)) - base);
  });
  const below = { typed: [] as number[], pasted: [] as number[] };
  await eachInput(view, field, inputs, 1, async (kind, act) => {
    await work(act);
    const rest = await work(() => new Promise((resolve) => setTimeout(resolve, RESTED)));
    below[kind].push(rest - base);
  });

  const trace = await FirstFrameTrace.start(view);
  const kinds: ('typed' | 'pasted')[] = [];
  await eachInput(view, field, inputs, rounds, async (kind, act) => {
    kinds.push(kind);
    await trace.expectInput();
    await act();
    await settled(view);
  });
  const first = await trace.stop();
  const of = (kind: 'typed' | 'pasted') => ({
    best: spreadOf(first.filter((_, index) => kinds[index] === kind)),
    seen: spreadOf(seen[kind]),
    below: spreadOf(below[kind]),
  });
  return { typed: of('typed'), pasted: of('pasted') };
}

/** Types and pastes everything there is to type and to paste. */
async function eachInput(
  view: Page,
  field: Locator,
  { typed, pasted }: Inputs,
  rounds: number,
  measure: (kind: 'typed' | 'pasted', act: () => Promise<void>) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const query of typed) {
      await field.fill('');
      await settled(view);
      for (const key of query) await measure('typed', () => view.keyboard.type(key));
    }
    for (const passage of pasted) {
      await field.fill('');
      await settled(view);
      await measure('pasted', () => view.keyboard.insertText(passage));
    }
  }
}
