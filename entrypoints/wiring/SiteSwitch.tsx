import { i18n } from '#i18n';
import { useSite } from './use-site';
import './site-switch.css';

interface Props {
  /** Address of the page in front; `null` or empty where it is not known, and then nothing shows. */
  url: string | null;
}

/** Lets Rung show evidence on a page's site by itself, and takes that back. */
export function SiteSwitch({ url }: Props) {
  const site = useSite(url);
  if (!site.origin) return null;
  return (
    <label class="site-switch small">
      <input
        type="checkbox"
        checked={site.allowed}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          // It shows what is, and the browser asks first.
          event.currentTarget.checked = site.allowed;
          void (wanted ? site.allow() : site.takeBack());
        }}
      />
      <span>{i18n.t('page.always', [site.name])}</span>
    </label>
  );
}
