import type { Page } from 'playwright-core';

interface Clock {
  held: boolean;
  asked: number;
}

/**
 * Opens a page anew with a clock by which, after some asks that pass at once, no slice of work is
 * ever within its time.
 *
 * @param free how many asks pass at once: about so many steps of work are done
 */
export async function holdTime(view: Page, free = 0): Promise<void> {
  await view.addInitScript((free) => {
    const clock = { held: true, asked: 0 };
    Object.assign(window, { clock });
    const now = performance.now.bind(performance);
    performance.now = () => (clock.held ? Math.max(0, ++clock.asked - free) * 1000 : now());
  }, free);
  await view.reload();
}

/** Lets time go on, and waits until what is done in slices has been done. */
export async function letTimeGoOn(view: Page): Promise<void> {
  await view.evaluate(async () => {
    const { clock } = window as unknown as { clock: Clock };
    clock.held = false;
    performance.now = new Proxy(performance.now, {
      apply(now, self, none: []) {
        clock.asked++;
        return Reflect.apply(now, self, none);
      },
    });
    let before = -1;
    while (clock.asked !== before) {
      before = clock.asked;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  });
}
