import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './dialog.css';

interface Props {
  label: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal dialog: Escape and a click beside it close it, the focus returns where it was. */
export function Dialog({ label, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const beganBeside = useRef(false);
  // At once: a key pressed before the next frame is the dialog's already.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Only once it is closed can the focus go back to what stands behind it; closing does that itself.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      class="dialog"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // Else the browser would close the whole popup along with the dialog.
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        beganBeside.current = event.target === ref.current;
      }}
      onClick={(event) => {
        // Whoever selects words in it may let go beside it, which the browser counts as a click there.
        if (event.target === ref.current && beganBeside.current) onClose();
      }}
    >
      <div>{children}</div>
    </dialog>
  );
}
