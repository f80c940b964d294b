import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PanelQuestion } from '../wiring/messages/panel';

/**
 * Answers the tag shortcut where this panel has the keyboard, which nothing can move from here into a
 * page.
 *
 * @param onAsked tags what is selected, here
 * @param able whether it can now; else the picker opens in the page as always
 */
export function useTagAsked(onAsked: () => void, able: boolean): void {
  const latest = useRef({ onAsked, able });
  latest.current = { onAsked, able };
  useEffect(() => {
    const onMessage = (message: unknown) => {
      if (!isQuestion(message) || !latest.current.able || !document.hasFocus()) return undefined;
      latest.current.onAsked();
      return Promise.resolve(true);
    };
    browser.runtime.onMessage.addListener(onMessage);
    return () => browser.runtime.onMessage.removeListener(onMessage);
  }, []);
}

function isQuestion(message: unknown): message is PanelQuestion {
  const { to, type } = (message ?? {}) as Partial<PanelQuestion>;
  return to === 'panel' && type === 'tag';
}
