import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { shortcutInWords } from './shortcut-words';

type Command = Browser.commands.Command;

/** Rung's shortcuts in words, as the browser has them: they are changed in a page of its own, and one comes back. */
export function useShortcuts(): readonly Command[] {
  const [known, setKnown] = useState<readonly Command[]>([]);
  useEffect(() => {
    // Under a page whose extension was updated nobody answers any more.
    const look = () => void allShortcuts().then(setKnown, () => undefined);
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  return known;
}

/** What tags, in words: its keys, or where the browser gives it none, the button that is always there. */
export async function tagKeysInWords(): Promise<string> {
  const known = await allShortcuts().catch(() => []);
  return known.find(({ name }) => name === 'tag')?.shortcut || i18n.t('page.noShortcut');
}

async function allShortcuts(): Promise<readonly Command[]> {
  // Firefox gives a page of the extension inside a page's frame no `commands`.
  const { commands } = browser as Partial<typeof browser>;
  const all: readonly Command[] = commands
    ? await commands.getAll()
    : await browser.runtime.sendMessage({ to: 'background', type: 'shortcuts' });
  return all.map(({ shortcut, ...rest }) => ({
    ...rest,
    ...(shortcut !== undefined && { shortcut: shortcutInWords(shortcut) }),
  }));
}
