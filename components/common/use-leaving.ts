import { useState } from 'preact/hooks';

/**
 * Escape in a form: it leads out at once, or, where something is not saved, only when it is pressed
 * once more. One key too many is not to cost what was written.
 *
 * @param unsaved whether something would be lost
 */
export function useLeaving(unsaved: boolean, onLeave: () => void) {
  const [warned, setWarned] = useState(false);
  return {
    /** Whether it is to be said that the next Escape discards what was written. */
    warned: warned && unsaved,
    onEscape: () => {
      if (unsaved && !warned) setWarned(true);
      else onLeave();
    },
    /** The user goes on in the form: Escape warns again. */
    goOn: () => setWarned(false),
  };
}
