import { useEffect, useRef, useState } from 'preact/hooks';
import { storage } from 'wxt/utils/storage';
import type { Pasted } from '../wiring/evidence/PasteAndTag';

/** In memory, until the browser is closed: what is not evidence yet is written nowhere. */
const draftItem = storage.defineItem<Pasted | null>('session:pasted', { fallback: null });

interface KeptDraft {
  /** What an earlier popup was closed with; `null` where there was nothing, `undefined` until it is read. */
  readonly draft: Pasted | null | undefined;
  keep(pasted: Pasted | null): void;
}

/**
 * What is typed into the popup's form, so that a click beside the popup, which closes it, costs
 * nothing. Where the browser keeps nothing for a session, there is no draft.
 */
export function useKeptDraft(): KeptDraft {
  const [draft, setDraft] = useState<Pasted | null>();
  useEffect(() => {
    draftItem.getValue().then(setDraft, () => setDraft(null));
  }, []);
  const written = useRef(Promise.resolve());
  const keep = (pasted: Pasted | null) => {
    setDraft(pasted);
    written.current = written.current.then(() => draftItem.setValue(pasted)).catch(() => undefined);
  };
  return { draft, keep };
}
