import { expect, it, vi } from 'vitest';
import { Budget, budget } from '../../../entrypoints/tagger/budget';
import { userAtWork } from '../../../entrypoints/tagger/user-at-work';

/** A budget on a clock that moves only by work and by waiting. */
function withClock() {
  let now = 1_000;
  const user = { isAtWork: false };
  const budget = new Budget(
    () => now,
    () => user.isAtWork,
  );
  const work = (duration: number) => budget.spend(() => pass(duration));
  const pass = (duration: number) => {
    now += duration;
  };
  return { budget, user, work, pass, time: () => now };
}

it('lets a burst of work go on at once', () => {
  const { budget, work } = withClock();
  work(10);
  work(10);
  expect(budget.wait()).toBe(0);
});

it.each([
  ['far under two in a hundred', false, 0.005, 0.01],
  ['at a twentieth of a core while somebody is at work', true, 0.045, 0.06],
])('keeps lasting work %s', (_what, isAtWork, least, most) => {
  const { budget, user, work, pass, time } = withClock();
  user.isAtWork = isAtWork;
  const start = time();
  let spent = 0;
  while (time() - start < 60_000) {
    work(12);
    spent += 12;
    pass(Math.max(100, budget.wait()));
  }
  expect(spent / (time() - start)).toBeLessThan(most);
  expect(spent / (time() - start)).toBeGreaterThan(least);
});

it('does not slow down for what the user asked for', async () => {
  const { budget, work } = withClock();
  await budget.asked(async () => work(5_000));
  expect(budget.wait()).toBe(0);
});

it('makes nobody wait for minutes after a page that changed for hours', () => {
  const { budget, work, pass } = withClock();
  for (let n = 0; n < 10_000; n++) {
    work(5);
    pass(100);
  }
  expect(budget.wait()).toBeLessThanOrEqual(120_000);
  expect(budget.wait()).toBeGreaterThan(60_000);
});

it('takes down work that fails too', () => {
  const { budget, pass } = withClock();
  const failing = () =>
    budget.spend(() => {
      pass(500);
      throw new Error('gone');
    });
  expect(failing).toThrow('gone');
  expect(budget.wait()).toBeGreaterThan(0);
});

it('makes nobody who is at work wait long for what a busy machine held up once', () => {
  const { budget, user, work } = withClock();
  work(200);
  expect(budget.wait()).toBeGreaterThan(10_000);
  user.isAtWork = true;
  expect(budget.wait()).toBeLessThan(5_000);
});

it('goes, in a page, by what the user does there', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000_000);
  budget.spend(() => now.mockReturnValue(1_000_200));
  expect(budget.wait()).toBeGreaterThan(10_000);
  userAtWork.note();
  expect(budget.wait()).toBeLessThan(5_000);
});
