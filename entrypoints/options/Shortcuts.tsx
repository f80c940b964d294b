import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { useShortcuts } from '../wiring/keys/use-shortcuts';

/** Only Firefox has a call that leads there; only elsewhere is the place an address. */
interface LeadsThere {
  openShortcutSettings(): Promise<void>;
}
const CHANGE_HERE = 'chrome://extensions/shortcuts';

/** Opens where the browser lets its user change an extension's shortcuts. */
function openShortcutSettings(): Promise<unknown> {
  if (!import.meta.env.FIREFOX) return browser.tabs.create({ url: CHANGE_HERE });
  return (browser.commands as unknown as LeadsThere).openShortcutSettings();
}

/** The shortcuts as the browser has them now, and how to change them. */
export function Shortcuts() {
  const commands = useShortcuts();
  return (
    <section>
      <h2>{i18n.t('keys.title')}</h2>
      <ul class="rows">
        {commands.map(({ name, description, shortcut }) => (
          <li key={name}>
            <span>{name === '_execute_action' ? i18n.t('command.lookup') : description}</span>
            <span class="keys">
              {shortcut ? (
                shortcut.split('+').map((key) => <kbd key={key}>{key}</kbd>)
              ) : (
                <span class="soft">{i18n.t('shortcuts.unset')}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button onClick={() => void openShortcutSettings()}>{i18n.t('shortcuts.change')}</Button>
      </div>
    </section>
  );
}
