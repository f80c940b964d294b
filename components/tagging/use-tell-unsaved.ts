import { useEffect, useRef } from 'preact/hooks';

/** Tells whether something is not saved, each time that changes; and that nothing is, once the form has gone. */
export function useTellUnsaved(unsaved: boolean, tell?: (unsaved: boolean) => void): void {
  const told = useRef(false);
  // Whoever is told when the form goes knows more than when it was first drawn.
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    if (told.current !== unsaved) latest.current?.(unsaved);
    told.current = unsaved;
  }, [unsaved]);
  useEffect(
    () => () => {
      if (told.current) latest.current?.(false);
    },
    [],
  );
}
