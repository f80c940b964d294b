import { useEffect, useState } from 'preact/hooks';
import { KEYBOARD_TAKEN } from '../wiring/messages/picker';

/** Whether the page around the picker keeps the keyboard to itself. */
export function useKeyboardTaken(): boolean {
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    const onMessage = ({ data }: MessageEvent) => data === KEYBOARD_TAKEN && setTaken(true);
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);
  return taken;
}
