import type { Page } from 'playwright-core';

interface Where {
  /** Selector of the parts of an answer, the best match's first. */
  readonly parts: string;
  /** Selector of the element that says whether more is to come. */
  readonly list: string;
}

/**
 * Types words into a view's search field, and keeps what waits for keys to rest from ever coming.
 * Parts are told by their id in the data, or by their words.
 *
 * @returns `best`: the first part before a frame was drawn; `seen`: those in sight some frames later,
 *   of `kept` that are there, and whether there was more to come; the same after a key that leads on
 */
export function typedWithoutRest(view: Page, words: string, where: Where) {
  return view.evaluate(
    async ({ words, where }) => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]');
      if (!field) throw new Error('There is no field.');
      const parts = () => [...document.querySelectorAll<HTMLElement>(where.parts)];
      const named = (some: HTMLElement[]) => some.map((one) => one.dataset.id ?? one.textContent);
      const box = (at: Element | null | undefined): Element | null =>
        !at || /auto|scroll/.test(getComputedStyle(at).overflowY)
          ? (at ?? null)
          : box(at.parentElement);
      const edge = () => box(document.querySelector(where.list))?.getBoundingClientRect();
      const inSight = () => {
        const bottom = Math.min(innerHeight, edge()?.bottom ?? innerHeight);
        const isIn = (one: Element) => one.getBoundingClientRect().top < bottom;
        // What is folded has a place and is not to be seen.
        return parts().filter((one) => one.checkVisibility() && isIn(one));
      };
      const more = () => document.querySelector(where.list)?.getAttribute('aria-busy') === 'true';
      const frames = async () => {
        for (let n = 0; n < 10; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
      };
      const later = window.setTimeout;
      window.setTimeout = ((work: () => void, wait = 0) =>
        wait < 150 ? later(work, wait) : 0) as typeof setTimeout;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      for (let step = 0; step < 20; step++) await Promise.resolve();
      const [best] = named(parts());
      await frames();
      const [seen, kept, wasMore] = [named(inSight()), parts().length, more()];
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
      await frames();
      window.setTimeout = later;
      const [seenAtLast, atLast] = [named(inSight()), named(parts())];
      return { best, seen, kept, wasMore, isMore: more(), seenAtLast, atLast };
    },
    { words, where },
  );
}
