import { useEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus back to a view once what had to be answered first is answered: that has gone, and
 * took the focus with it.
 *
 * @param away whether something else has to be answered first
 * @param home what takes the focus
 */
export function useBackFrom(away: boolean, home: () => HTMLElement | null | undefined): void {
  const wasAway = useRef(away);
  useEffect(() => {
    const isBack = wasAway.current && !away;
    wasAway.current = away;
    if (isBack && document.activeElement === document.body) home()?.focus();
  }, [away]);
}
