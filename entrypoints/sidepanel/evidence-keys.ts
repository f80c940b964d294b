import type { RefObject } from 'preact';
import { currentStop, moveStop } from '../../components/common/arrow-stops';
import { isAlone, isLetter, isTyping } from '../../components/common/keys';
import { isSearchText, useWindowKeys } from '../wiring/keys/window-keys';

/** What has keys of its own. */
const OTHERS = 'form, input, select, textarea';

interface Options {
  /** Whether the list is what is shown. */
  active: boolean;
  /** What the arrow keys move through. */
  container: RefObject<HTMLElement>;
  /** The search field: home. */
  home: RefObject<HTMLInputElement>;
  /** Goes to the passage of a piece of evidence, by its id. */
  onGoTo: (id: string) => void;
}

/**
 * The keys of the list of evidence: arrows move, Enter goes to the passage, `e` edits, Delete deletes,
 * Escape goes back to the search field, and so does any other character.
 */
export function useEvidenceKeys({ active, container, home, onGoTo }: Options): void {
  useWindowKeys((event) => {
    if (!active || !container.current || event.defaultPrevented || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    const { target } = event;
    const inField = target === home.current;
    if (!inField && target instanceof Element && target.closest(OTHERS)) return;
    const stop = inField ? null : currentStop();

    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isAlone(event)) return;
      event.preventDefault();
      if (event.key === 'ArrowDown') uncover(moveStop(container.current, home.current, 1));
      else if (stop) uncover(moveStop(container.current, home.current, -1));
      // Only part of the list is drawn: what is last there is not its end.
      else home.current?.focus();
    } else if (event.key === 'Enter' && stop && target === stop) {
      if (!isAlone(event) || !stop.dataset.id) return;
      event.preventDefault();
      onGoTo(stop.dataset.id);
    } else if (event.key === 'Escape' && stop) {
      event.preventDefault();
      home.current?.focus();
    } else if (stop && isTyping(event) && !event.shiftKey && isLetter(event, 'e')) {
      event.preventDefault();
      edit(stop);
    } else if (event.key === 'Delete' && stop && target === stop) {
      if (!isAlone(event)) return;
      event.preventDefault();
      // The next one takes the focus, and is not to go with it where the key is held.
      if (!event.repeat) stop.querySelector<HTMLElement>('[data-delete]')?.click();
    } else if (!inField && isSearchText(event)) {
      // The character itself then lands in the field that now has the focus.
      home.current?.focus();
    }
  });
}

/** Brings a piece of evidence out from behind the filter, which lies over the list and may be open. */
function uncover(stop: HTMLElement | null): void {
  const room = stop?.closest('.room');
  const top = room?.querySelector('.room-top');
  if (!stop || !room || !top) return;
  const covered = top.getBoundingClientRect().bottom - stop.getBoundingClientRect().top;
  if (covered > 0) room.scrollTop -= covered;
}

/** Opens the form of a piece of evidence, or leads to the one that is open. */
function edit(stop: HTMLElement): void {
  const field = stop.querySelector<HTMLElement>('.edit-evidence select');
  if (field) field.focus();
  else stop.querySelector<HTMLElement>('[data-edit]')?.click();
}
