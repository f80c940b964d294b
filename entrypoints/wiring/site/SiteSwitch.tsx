import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { useFocusKept } from '../../../components/common/use-focus-kept';
import { useSite } from './use-site';
import { type InTab, useToldTooLate } from './use-told-too-late';
import './site-switch.css';

/**
 * Lets Rung show evidence on the site of the page in front by itself, and takes that back. Nothing
 * where the page is not known.
 */
export function SiteSwitch({ tabId, url }: InTab) {
  const site = useSite(url);
  const [said, setSaid] = useState<{ origin: string; words: string } | null>(null);
  const tooLate = useToldTooLate({ tabId, url }, site.allowed);
  const place = useRef<HTMLDivElement>(null);
  // With the button for a reload the focus would go.
  useFocusKept(place, (all) => all.querySelector('input'));
  const { origin, name } = site;
  if (!origin) return null;
  const words = [said?.origin === origin && said.words, tooLate && i18n.t('page.reloadFirst')]
    .filter(Boolean)
    .join(' ');
  const reload = () => {
    // It may be closed by now.
    if (tabId !== undefined) void browser.tabs.reload(tabId).catch(() => {});
  };
  return (
    <div ref={place}>
      <label class="site-switch small">
        <input
          type="checkbox"
          checked={site.allowed}
          onChange={(event) => {
            const wanted = event.currentTarget.checked;
            // It shows what is, and the browser asks first.
            event.currentTarget.checked = site.allowed;
            const say = (words: string | null) =>
              setSaid(words === null ? null : { origin, words });
            if (wanted) {
              void site.allow().then((answer) => {
                say(answer === null ? i18n.t('sites.notAsked', [name]) : null);
              });
            } else {
              void site.takeBack().then((isOut) => {
                say(isOut ? null : i18n.t('sites.stillAllowed', [name]));
              });
            }
          }}
        />
        <span>{i18n.t('page.always', [name])}</span>
      </label>
      <div class="site-said small">
        <span role="status">{words}</span>
        {tooLate && (
          <>
            {' '}
            <button type="button" class="link" onClick={reload}>
              {i18n.t('page.reload')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
