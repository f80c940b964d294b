import type { Page } from 'playwright-core';
import { until } from '../harness/until';

/** As many stops as no view has; a hundred presses take a second. */
const MOST_STOPS = 100;

/** By then a key that the view had has been let go, however busy the machine is. */
const LEFT_MS = 3_000;

const CONTROLS = 'button, a[href], input, select, textarea, summary, [tabindex="0"]';

/**
 * What the keyboard comes to by other keys than Tab: the other tabs, the other choices of a group
 * and a list under its search field by the arrow keys; an expectation by them too, where `c` does
 * what its button does.
 */
const BY_OTHER_KEYS =
  '[role=tab][aria-selected=false], [role=listbox], input[type=radio]:not(:checked), [data-stop=statement] button';

/**
 * Presses Tab until it has come to everything, or more often than there are stops. Without a
 * control in it, what scrolls is a stop itself, or its end could not be read.
 *
 * @param within what is looked at, such as an open dialog
 * @returns the controls in sight that it never came to
 */
export async function notReached(view: Page, within = 'body'): Promise<string[]> {
  const count = await view.evaluate(
    ([root, controls, otherwise]) => {
      const scrolls = (one: HTMLElement) =>
        one.scrollHeight > one.clientHeight &&
        /auto|scroll/.test(getComputedStyle(one).overflowY) &&
        !one.querySelector(controls);
      const wanted = [...document.querySelectorAll<HTMLElement>(`:is(${root}) *`)]
        .filter((one) => one.matches(controls) || scrolls(one))
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .filter((one) => !one.matches(otherwise) && !one.matches(':disabled'));
      const left = new Set(wanted);
      Object.assign(window, { left });
      addEventListener('focusin', ({ target }) => left.delete(target as HTMLElement));
      left.delete(document.activeElement as HTMLElement);
      return wanted.length;
    },
    [within, CONTROLS, BY_OTHER_KEYS] as const,
  );
  if (count === 0) throw new Error('There is nothing to reach.');
  const left = () =>
    view.evaluate(() =>
      [...(window as unknown as { left: Set<HTMLElement> }).left].map((one) => one.outerHTML),
    );
  // A day has three stops of its own, and what comes by may open.
  for (let presses = 0; presses < MOST_STOPS && (await left()).length > 0; presses++) {
    await view.keyboard.press('Tab');
  }
  return left();
}

/** Presses a key, and waits until the view has had it; where it leads out of the view nobody tells. */
async function pressed(view: Page, press: () => Promise<void>): Promise<void> {
  await view.evaluate(() => {
    const letGo = () => Object.assign(window, { letGo: true });
    Object.assign(window, { letGo: false });
    addEventListener('keyup', letGo, { capture: true, once: true });
  });
  await press();
  const isLetGo = () => view.evaluate(() => (window as unknown as { letGo: boolean }).letGo);
  await until('the key is let go', isLetGo, LEFT_MS).catch(() => undefined);
}

/**
 * Presses Tab with real keys until it has come to what is called so.
 *
 * @param name how its text, its label or its tooltip begins
 * @param key `Shift+Tab` to go back
 */
export async function tabTo(
  view: Page,
  name: string,
  press: (key: string) => Promise<void>,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    await pressed(view, () => press(key));
    const names = await view.evaluate(() => {
      const here = document.activeElement as HTMLInputElement | null;
      const label = here?.labels?.[0];
      return [
        here?.ariaLabel,
        here?.title,
        label?.querySelector('.label')?.textContent ?? label?.textContent,
        here?.localName === 'select' ? '' : here?.textContent,
      ];
    });
    if (names.some((one) => one?.trim().startsWith(name))) return;
  }
  throw new Error(`${key} never came to "${name}".`);
}
