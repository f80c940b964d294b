import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { useShortcuts } from '../wiring/keys/use-shortcuts';

/** Where each browser lets its user change an extension's shortcuts. */
const CHANGE_HERE = import.meta.env.FIREFOX ? null : 'chrome://extensions/shortcuts';

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
      {CHANGE_HERE ? (
        <div class="actions">
          <Button onClick={() => void browser.tabs.create({ url: CHANGE_HERE })}>
            {i18n.t('shortcuts.change')}
          </Button>
        </div>
      ) : (
        <p class="soft">{i18n.t('shortcuts.changeFirefox')}</p>
      )}
    </section>
  );
}
