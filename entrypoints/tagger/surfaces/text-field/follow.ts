import { rootsAround } from '../flat-tree';
import { viewportOf } from '../zoom';

/** A field is where it was seen as long as all of it is: the smallest move makes that less. */
const THRESHOLD = 1;

/**
 * Calls back when an element was moved, resized or scrolled, or something around it was, at most
 * once a frame, until aborted.
 */
export function followElement(element: Element, onMove: () => void, signal: AbortSignal): void {
  let frame = 0;
  const moved = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (!signal.aborted) onMove();
    });
  };
  const options = { capture: true, passive: true, signal };
  for (const target of [window, ...rootsAround([element])]) {
    for (const name of ['scroll', 'resize', 'transitionend', 'animationend', 'toggle']) {
      target.addEventListener(name, moved, options);
    }
  }
  // A field scrolls with its caret too, without always telling.
  for (const name of ['selectionchange', 'keyup']) document.addEventListener(name, moved, options);
  const sizes = new ResizeObserver(moved);
  sizes.observe(element);
  const stopWatching = watchPlace(element, moved);
  signal.addEventListener(
    'abort',
    () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      stopWatching();
    },
    { once: true },
  );
}

/**
 * Notices that an element is somewhere else, whatever moved it: an intersection observer whose root
 * is cut to exactly the element's place tells as soon as the element is not wholly in it.
 */
function watchPlace(element: Element, onMove: () => void): () => void {
  let observer: IntersectionObserver | undefined;
  const observe = () => {
    observer?.disconnect();
    const { top, left, right, bottom } = element.getBoundingClientRect();
    const { width, height } = viewportOf(document);
    const margins = [top, width - right, height - bottom, left];
    let first = true;
    observer = new IntersectionObserver(
      ([entry]) => {
        const away = (entry?.intersectionRatio ?? 1) < THRESHOLD;
        // The first answer tells only where it is; rounding may make it a little less than whole.
        if (!first && away) {
          onMove();
          observe();
        }
        first = false;
      },
      {
        rootMargin: margins.map((one) => `${-Math.floor(one)}px`).join(' '),
        threshold: [0, 0.25, 0.5, 0.75, 0.9, 0.99, THRESHOLD],
      },
    );
    observer.observe(element);
  };
  observe();
  return () => observer?.disconnect();
}
