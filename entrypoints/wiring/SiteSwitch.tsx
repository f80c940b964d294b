import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Say } from './use-notice';
import { useSite } from './use-site';
import './site-switch.css';

interface Props {
  /** Address of the page in front; `null` or empty where it is not known, and then nothing shows. */
  url: string | null;
  onNotice: Say;
}

/** Where a page has to know before it loads that Rung is let in: the Google Docs editor. */
const KNOWS_TOO_LATE = /^https:\/\/docs\.google\.com\/document\//;

/** Lets Rung show evidence on a page's site by itself, and takes that back. */
export function SiteSwitch({ url, onNotice }: Props) {
  const site = useSite(url);
  if (!site.origin) return null;
  const allow = async () => {
    if (!(await site.allow()) || !KNOWS_TOO_LATE.test(url ?? '')) return;
    onNotice({
      text: i18n.t('page.reloadFirst'),
      next: { label: i18n.t('page.reload'), run: () => void browser.tabs.reload() },
    });
  };
  return (
    <label class="site-switch small">
      <input
        type="checkbox"
        checked={site.allowed}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          // It shows what is, and the browser asks first.
          event.currentTarget.checked = site.allowed;
          void (wanted ? allow() : site.takeBack());
        }}
      />
      <span>{i18n.t('page.always', [site.name])}</span>
    </label>
  );
}
