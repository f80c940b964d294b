import { knownShortcuts } from '../../shortcuts';
import { leavesSelection } from './keys';
import { findInput } from './synthetic-copy';

/** How long a copy we asked for is waited for, and then kept, in milliseconds. */
const KEPT = 180_000;

let heard = '';
let waiting: AbortController | null = null;

/**
 * After the user was asked to press copy: listens for that one event, so that the next press of
 * the shortcut has the words. Lives longer than a surface, because people take their time.
 */
export function listenForCopy(page: Document): void {
  if (waiting) return;
  const input = findInput(page);
  if (!input) return;
  waiting = new AbortController();
  const { signal } = waiting;
  const timer = setTimeout(forgetCopy, KEPT);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  const hear = (event: Event) => {
    if (!event.isTrusted) return;
    const text = (event as ClipboardEvent).clipboardData?.getData('text/plain') ?? '';
    if (text !== '') heard = text;
  };
  // On the element after the editor's own listener there, and above it should that be higher up.
  input.element.addEventListener('copy', hear, { signal });
  input.view.addEventListener('copy', hear, { signal });

  // From here on the selection may be another.
  const forget = () => {
    heard = '';
  };
  page.addEventListener('pointerdown', forget, { signal, capture: true, passive: true });
  input.view.addEventListener(
    'keydown',
    (event) => {
      if (!leavesSelection(event, knownShortcuts())) forget();
    },
    { signal, capture: true, passive: true },
  );
}

/** What the user copied since they were asked to, if the selection cannot have changed since. */
export function heardCopy(): string {
  return heard;
}

/** Forgets what was heard and stops listening. */
export function forgetCopy(): void {
  waiting?.abort();
  waiting = null;
  heard = '';
}
