import type { Page } from 'playwright-core';
import { type Spread, spreadOf } from '../browser/table';
import { settled, WorkMeter } from '../browser/work';

/** Typed one key after the other; between them the field is emptied. */
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
const PASTED = [
  'I talked to a dozen customers about their invoices before we wrote a line of the specification, and changed the plan twice.',
  'When the launch slipped I told the sales team the same day and wrote up what we had learnt from it.',
  'She coached two younger colleagues through their first roadmap and gave them the credit in the review.',
];

/** Until then every index is there, milliseconds. */
const INDEXED = 6_000;

export interface Keystrokes {
  /** Script, style and layout for one key, milliseconds. */
  readonly typed: Spread;
  readonly pasted: Spread;
}

/** The work a view does for each key typed into its search field, until the answer is painted. */
export async function measureKeystrokes(view: Page, rounds = 1): Promise<Keystrokes> {
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

  const typed: number[] = [];
  const pasted: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const query of TYPED) {
      await field.fill('');
      await settled(view);
      for (const key of query) typed.push((await work(() => view.keyboard.type(key))) - base);
    }
    for (const passage of PASTED) {
      await field.fill('');
      await settled(view);
      pasted.push((await work(() => view.keyboard.insertText(passage))) - base);
    }
  }
  return { typed: spreadOf(typed), pasted: spreadOf(pasted) };
}
