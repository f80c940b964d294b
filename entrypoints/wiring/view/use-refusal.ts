import { useCallback, useState } from 'preact/hooks';

/**
 * For what cannot be shown without a value that is read later: hand the error of a failed read to
 * the function given, and `Failsafe` shows it in the place of the view.
 *
 * @throws the error, while rendering
 */
export function useRefusal(): (error: unknown) => void {
  const [refusal, setRefusal] = useState<{ error: unknown } | null>(null);
  const refuse = useCallback((error: unknown) => setRefusal({ error }), []);
  if (refusal) throw refusal.error;
  return refuse;
}
