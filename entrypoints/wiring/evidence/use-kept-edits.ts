import { useEffect, useRef, useState } from 'preact/hooks';
import { storage } from 'wxt/utils/storage';
import type { HalfEdited } from '../../../components/evidence/half-edited';
import type { Evidence } from '../../../data/evidence';
import { inTurn } from '../../../data/in-turn';
import { isOpenPanel, PANEL } from './open-panels';

/** By the evidence's id, the latest last, each with the panel it is written in. */
type Edits = Readonly<Record<string, { readonly edit: HalfEdited; readonly panel: string }>>;

/** In memory, until the browser is closed: what was not saved is written nowhere. */
const editsItem = storage.defineItem<Edits>('session:edits', { fallback: {} });

/** So many are kept: whoever left more has forgotten the first. */
const MOST = 20;

export interface KeptEdits {
  /** The evidence that a panel was closed over while it was edited, as it was then. */
  readonly begun: readonly Evidence[];
  /** What its form is to begin with; `undefined` for nothing but the evidence. */
  of(id: string): HalfEdited | undefined;
  /** Keeps a form as far as it is filled in; `null` once it is saved, or given up. */
  keep(id: string, edit: HalfEdited | null): void;
  /** The evidence is deleted, and its form with it: if it comes back, so does that. */
  putAside(id: string): void;
}

const NONE: readonly Evidence[] = [];

/**
 * What is half edited, so that closing the panel costs nothing. What is being edited in another
 * window's panel is left to that one. Where the browser keeps nothing for a session, nothing is kept.
 */
export function useKeptEdits(): KeptEdits {
  const [kept, setKept] = useState<ReadonlyMap<string, HalfEdited>>(new Map());
  const [begun, setBegun] = useState(NONE);
  const written = useRef(new Map<string, HalfEdited>());
  useEffect(() => {
    void leftBehind().then((left) => {
      if (left.size === 0) return;
      for (const [id, edit] of left) written.current.set(id, edit);
      setKept(left);
      setBegun([...left.values()].map(({ before }) => before));
    });
  }, []);
  const forget = (id: string) => {
    setBegun((before) => (before.some((one) => one.id === id) ? without(before, id) : before));
    if (written.current.delete(id)) void store(id, null);
  };
  return {
    begun,
    of: (id) => kept.get(id),
    keep(id, edit) {
      if (edit) {
        written.current.set(id, edit);
        void store(id, edit);
        return;
      }
      forget(id);
      setKept((before) => {
        if (!before.has(id)) return before;
        const now = new Map(before);
        now.delete(id);
        return now;
      });
    },
    putAside(id) {
      const edit = written.current.get(id);
      forget(id);
      if (edit) setKept((before) => new Map(before).set(id, edit));
    },
  };
}

const without = (evidence: readonly Evidence[], id: string) =>
  evidence.filter((one) => one.id !== id);

/** What panels that are closed by now left half edited, by the evidence's id. */
async function leftBehind(): Promise<ReadonlyMap<string, HalfEdited>> {
  try {
    const edits = Object.entries(await editsItem.getValue());
    const open = await Promise.all(edits.map(([, { panel }]) => isOpenPanel(panel)));
    return new Map(edits.filter((_, at) => !open[at]).map(([id, { edit }]) => [id, edit]));
  } catch {
    return new Map();
  }
}

/** Writes down one, and leaves those of other panels as they are. */
function store(id: string, edit: HalfEdited | null): Promise<void> {
  return inTurn('edits', async () => {
    const { [id]: _, ...others } = await editsItem.getValue();
    const left = Object.entries(others).slice(edit ? 1 - MOST : -MOST);
    const own = edit ? [[id, { edit, panel: PANEL }] as const] : [];
    await editsItem.setValue(Object.fromEntries([...left, ...own]));
  }).catch(() => undefined);
}
