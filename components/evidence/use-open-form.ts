import { useState } from 'preact/hooks';

/**
 * Whether the form of a piece of evidence is open, where other evidence may be drawn into its place.
 * Where it comes back there, its form does not come with it and take the keyboard.
 *
 * @param id of the evidence
 * @param begun whether a change of it was begun before it was drawn: its form is open then, until
 *   it is closed
 */
export function useOpenForm(id: string, begun: boolean): [boolean, (open: boolean) => void] {
  const [form, setForm] = useState<{ id: string; open: boolean }>();
  const isItsOwn = form?.id === id;
  if (!isItsOwn && (form || begun)) setForm(begun ? { id, open: true } : undefined);
  return [isItsOwn ? form.open : begun, (open) => setForm({ id, open })];
}
