import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Evidence } from '../../data/evidence';
import { isRepeated } from '../../data/evidence/same-tag';
import { withoutTextFragment } from '../../data/text-fragment';
import type { FilingPlace } from '../wiring/evidence/use-evidence-actions';
import type { BackgroundMessage } from '../wiring/messages/background';
import type { Filed, LeftBehind } from '../wiring/messages/left-behind';
import type { Page } from './use-page';

/** What is asked about: the page in front. */
export type InFront = Pick<Page, 'tabId' | 'url' | 'document' | 'title' | 'here'>;

/**
 * When the page is looked at after anything of it changed, in milliseconds: some draw what was saved only
 * once it has arrived, and others leave for that long what they showed before. The answer to the first
 * waits until the page has settled.
 */
const LOOKS = [0, 3_000, 10_000];

const NONE: readonly Evidence[] = [];

/** What one look has told. */
interface Look {
  readonly left: readonly Evidence[];
  /** False where Rung has not come into the page, so that nobody knows. */
  readonly seen: boolean;
}

/** The evidence that the page in front has left behind under an address from before. */
export interface LeftByPage {
  readonly left: readonly Evidence[];
  /** Whether there may be some, and Rung has not come into the page. */
  readonly unseen: boolean;
  /** Where it would be filed. */
  readonly place: FilingPlace | null;
  /**
   * Looks once more: what of it stands in the page at this moment.
   *
   * @param asked whether the user asked for it, so that Rung may come into the page
   */
  look(asked?: boolean): Promise<Look>;
  /** Asks no more about these in this page, as long as they are filed there. */
  settle(filed: readonly Filed[]): Promise<void>;
}

/**
 * Looks for it while the panel is there; the page itself only keeps in mind where it was.
 *
 * @param evidence all there is
 */
export function useLeftBehind(page: InFront, evidence: readonly Evidence[]): LeftByPage {
  const { tabId, url, document, title, here } = page;
  const [told, setTold] = useState<(LeftBehind & { readonly tabId: number }) | null>(null);
  /** Another one with every question: answers before are late. */
  const questions = useRef(0);

  const place = useMemo(
    () =>
      url === null || document === null
        ? null
        : { source: withoutTextFragment(url), document, title },
    [url, document, title],
  );
  const leftOf = (told: (LeftBehind & { readonly tabId: number }) | null) => {
    if (!place || told?.tabId !== tabId || told?.document !== document) return [];
    const ids = new Set(told?.ids);
    // What the page has evidence of already would be counted twice.
    const isHere = (one: Evidence) =>
      here.some((other) => isRepeated(other, { ...one, target: { ...one.target, ...place } }));
    return evidence.filter(
      (one) => ids.has(one.id) && one.target.document !== document && !isHere(one),
    );
  };
  const look = async (asked = false) => {
    if (tabId === undefined) return { left: [], seen: false };
    const question = ++questions.current;
    const isLast = () => question === questions.current;
    try {
      const answer = (await ask({ to: 'background', type: 'left-behind', tabId, asked })) as
        | LeftBehind
        | null
        | undefined;
      const next = answer ? { ...answer, tabId } : null;
      if (isLast()) setTold(next);
      const seen = next?.seen !== false;
      return { left: seen ? leftOf(next) : [], seen };
    } catch (error) {
      // Where nobody answers, nothing is known of the page, and nothing to be asked.
      if (isLast()) setTold(null);
      throw error;
    }
  };

  useEffect(() => {
    questions.current++;
    const again = () => void look().catch(() => undefined);
    const timers = LOOKS.map((wait) => setTimeout(again, wait));
    window.addEventListener('focus', again);
    return () => {
      questions.current++;
      for (const timer of timers) clearTimeout(timer);
      window.removeEventListener('focus', again);
    };
  }, [tabId, url, title, evidence]);

  const known = useMemo(() => leftOf(told), [told, tabId, place, here, evidence]);
  const seen = told?.seen !== false;
  return {
    left: seen ? known : NONE,
    unseen: !seen && known.length > 0,
    place,
    look,
    async settle(filed) {
      if (tabId === undefined) return;
      questions.current++;
      setTold(null);
      await ask({ to: 'background', type: 'settle-filed', tabId, filed });
    },
  };
}

function ask(message: BackgroundMessage): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}
