import type { RefObject } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { currentStop, moveStop } from '../../../components/common/arrow-stops';
import { isAlone, isLetter, isTyping } from '../../../components/common/keys';
import type { Notice } from '../../../components/common/Toast';
import { subSkillText } from '../../../data/export/clipping';
import type { Ladder, Level } from '../../../data/ladder';
import { placeHash } from '../../../data/panel-place';
import { firstPair } from '../ladder/levels';
import { copy } from '../saving/clipboard';
import { exportWords } from '../words/export-words';
import { failureNotice } from '../words/failure-notice';
import { isSearchText, useWindowKeys } from './window-keys';

interface Options {
  ladders: readonly Ladder[];
  mine: { ladder: Ladder; level: string };
  /** What the arrow keys move through. */
  container: RefObject<HTMLElement>;
  /** The search field: home. */
  home: RefObject<HTMLInputElement>;
  onNotice: (notice: Notice) => void;
  /** What Escape means where nothing stands before it any more. */
  onEscape?: () => void;
}

/**
 * The keys of the popup and the side panel's ladder, for as long as it is shown: arrows move, Enter
 * opens, `c` copies what you stand on, `l` copies a link to it, any other character goes to the
 * search field.
 */
export function useLadderKeys(options: Options) {
  const { ladders, mine, container, home, onNotice, onEscape } = options;

  const copyText = (text: string, done = i18n.t('copy.done')) => {
    copy(text).then(
      () => onNotice({ text: done }),
      (error) => onNotice(failureNotice(error)),
    );
  };

  const headOf = (stop: HTMLElement | null) =>
    stop?.closest('li.result, .sub-skill')?.querySelector<HTMLElement>('[data-sub-skill]');

  const standingOn = (stop: HTMLElement | null) => {
    const head = headOf(stop);
    const ladder = ladders.find((one) => one.id === head?.dataset.ladder);
    if (!ladder || !head?.dataset.subSkill) return null;
    // Where none are shown, as in the overview, mine and the next are meant.
    const shown = head.dataset.levels?.split(' ') ?? [];
    const levels = ladder.levels.filter(({ id }) => shown.includes(id));
    return {
      ladder,
      subSkill: head.dataset.subSkill,
      levels: levels.length > 0 ? levels : firstPair(ladder, mine),
    };
  };

  const copySubSkill = (ladder: Ladder, subSkill: string, levels: readonly Level[]) =>
    copyText(
      subSkillText(ladder, subSkill, levels, {
        ...exportWords(),
        startsAt: i18n.t('cell.startsAt', ['{level}']),
        nothing: i18n.t('cell.nothing'),
      }),
    );

  const copyLink = (ladder: Ladder, subSkill: string) =>
    // An address of the extension's own: another browser, or another profile, has none such.
    copyText(
      browser.runtime.getURL('/sidepanel.html') + placeHash('ladder', ladder.id, subSkill),
      i18n.t('copy.linkDone'),
    );

  const onKeyDown = (event: KeyboardEvent) => {
    if (!container.current || event.defaultPrevented || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.target instanceof Element && event.target.closest('select, textarea')) return;
    const inField = event.target === home.current;
    if (event.target instanceof HTMLInputElement && !inField) return;
    const stop = inField ? null : currentStop();
    const place = standingOn(stop);

    const isSign = !inField && isTyping(event);
    // A capital is the beginning of what is searched for.
    const means = (letter: string) => isSign && !event.shiftKey && isLetter(event, letter);

    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!isAlone(event)) return;
      event.preventDefault();
      moveStop(container.current, home.current, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && inField) {
      const first = container.current.querySelector<HTMLElement>('[data-sub-skill]');
      if (first && home.current?.value.trim()) {
        event.preventDefault();
        first.click();
      }
    } else if (event.key === 'Enter' && stop?.dataset.stop === 'statement') {
      headOf(stop)?.click();
    } else if (event.key === 'Escape' && stop) {
      event.preventDefault();
      home.current?.focus();
    } else if (event.key === 'Escape' && onEscape) {
      event.preventDefault();
      onEscape();
    } else if (means('c') && stop) {
      event.preventDefault();
      if (stop.dataset.stop === 'statement') copyText(stop.textContent ?? '');
      else if (place) copySubSkill(place.ladder, place.subSkill, place.levels);
    } else if (means('l') && place) {
      event.preventDefault();
      copyLink(place.ladder, place.subSkill);
    } else if (!inField && isSearchText(event)) {
      // The character itself then lands in the field that now has the focus.
      home.current?.focus();
    }
  };

  useWindowKeys(onKeyDown);

  return { copyText: (text: string) => copyText(text), copySubSkill, copyLink };
}
