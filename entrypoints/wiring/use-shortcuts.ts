import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';

/** Rung's shortcuts as the browser has them: they are changed in a page of its own, and one comes back. */
export function useShortcuts(): readonly Browser.commands.Command[] {
  const [commands, setCommands] = useState<readonly Browser.commands.Command[]>([]);
  useEffect(() => {
    const look = () => void browser.commands.getAll().then(setCommands);
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  return commands;
}
