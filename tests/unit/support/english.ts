import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { browser } from 'wxt/browser';

const messages = generateChromeMessages(await parseMessagesFile('locales/en.yml'));

/** The words as a reader of English sees them, for tests of how they go together. */
export function wordsInEnglish(): void {
  const getMessage = (key: string, parts: string[] = []) =>
    messages[key]?.message.replace(/\$(\d)/g, (_, part) => parts[part - 1] ?? '') ?? '';
  Object.assign(browser.i18n, { getMessage });
}
