import { useEffect, useRef } from 'preact/hooks';

/** Tells whether something is not saved, each time that changes; and that nothing is, once the form has gone. */
export function useTellUnsaved(unsaved: boolean, tell?: (unsaved: boolean) => void): void {
  const told = useRef(false);
  useEffect(() => {
    if (told.current !== unsaved) tell?.(unsaved);
    told.current = unsaved;
  }, [unsaved]);
  useEffect(
    () => () => {
      if (told.current) tell?.(false);
    },
    [],
  );
}
