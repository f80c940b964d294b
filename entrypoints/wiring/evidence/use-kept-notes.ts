import { useEffect, useState } from 'preact/hooks';
import { storage } from 'wxt/utils/storage';
import type { HalfWritten } from '../../../components/evidence/half-written';
import { inTurn } from '../../../data/in-turn';

/** By the evidence's id, the latest last. */
type Notes = Readonly<Record<string, HalfWritten>>;

/** In memory, until the browser is closed: what was not saved is written nowhere. */
const notesItem = storage.defineItem<Notes>('session:notes', { fallback: {} });

/** So many are kept: whoever left more has forgotten the first. */
const MOST = 20;

interface KeptNotes {
  /** What a panel was closed over while it was written; `undefined` where nothing was. */
  of(id: string): HalfWritten | undefined;
  keep(id: string, note: HalfWritten | null): void;
}

/**
 * What is half written into the notes of evidence, so that closing the panel costs nothing. Read once:
 * what is being written in another window's panel is not to be written in here, too. Where the browser
 * keeps nothing for a session, nothing is kept.
 */
export function useKeptNotes(): KeptNotes {
  const [notes, setNotes] = useState<Notes>({});
  useEffect(() => {
    notesItem.getValue().then(setNotes, () => undefined);
  }, []);
  return {
    of: (id) => (Object.hasOwn(notes, id) ? notes[id] : undefined),
    keep(id, note) {
      if (!note && Object.hasOwn(notes, id)) setNotes((before) => withNote(before, id, null));
      void inTurn('notes', async () => {
        await notesItem.setValue(withNote(await notesItem.getValue(), id, note));
      }).catch(() => undefined);
    },
  };
}

function withNote(notes: Notes, id: string, note: HalfWritten | null): Notes {
  const { [id]: _, ...others } = notes;
  const left = Object.entries(others).slice(note ? 1 - MOST : -MOST);
  return Object.fromEntries([...left, ...(note ? [[id, note] as const] : [])]);
}
