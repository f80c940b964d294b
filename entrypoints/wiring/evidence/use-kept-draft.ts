import { useEffect, useRef, useState } from 'preact/hooks';
import { storage } from 'wxt/utils/storage';
import { documentKey } from '../../../data/document-key';
import type { Pasted } from './PasteAndTag';

/** By document, the latest last. */
type Drafts = Readonly<Record<string, Pasted>>;

/** In memory, until the browser is closed: what is not evidence yet is written nowhere. */
const draftsItem = storage.defineItem<Drafts>('session:pasted', { fallback: {} });

/** So many documents have one: whoever left more has forgotten the first. */
const MOST = 20;

interface KeptDraft {
  /** What a popup or panel was closed with over this document; `null` for nothing. */
  readonly draft: Pasted | null;
  /** False until it is read, which takes a few milliseconds. */
  readonly isRead: boolean;
  keep(pasted: Pasted | null): void;
}

/**
 * What is typed into the form for a pasted passage, so that a click beside the popup, which closes it,
 * or one on the panel's cross costs nothing. Where the browser keeps nothing for a session, there is no draft.
 *
 * @param url of the page in front: over another document, its draft would name the wrong source
 */
export function useKeptDraft(url: string): KeptDraft {
  const [drafts, setDrafts] = useState<Drafts>();
  // What the form calls as it goes is what it was drawn with, and would know of no other draft since.
  const known = useRef<Drafts>();
  const take = (now: Drafts) => {
    known.current = now;
    setDrafts(now);
  };
  useEffect(() => {
    draftsItem.getValue().then(take, () => take({}));
    // Popup and panel write into the same, and neither is to write over what it has not heard of.
    return draftsItem.watch((now) => take(now ?? {}));
  }, []);
  const document = documentKey(url);
  const keep = (pasted: Pasted | null) => {
    if (!known.current) return;
    take(withDraft(known.current, document, pasted));
    // At once, and without reading first: a popup may be closed in the next moment.
    void draftsItem.setValue(known.current).catch(() => undefined);
  };
  const draft = drafts && Object.hasOwn(drafts, document) ? drafts[document] : undefined;
  return { draft: draft ?? null, isRead: drafts !== undefined, keep };
}

function withDraft(before: Drafts, document: string, pasted: Pasted | null): Drafts {
  const { [document]: _, ...others } = before;
  const left = Object.entries(others).slice(pasted ? 1 - MOST : -MOST);
  return Object.fromEntries([...left, ...(pasted ? [[document, pasted] as const] : [])]);
}
