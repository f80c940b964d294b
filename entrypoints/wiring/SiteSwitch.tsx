import { i18n } from '#i18n';
import { useSite } from './use-site';
import './site-switch.css';

interface Props {
  /** Address of the page in front; `null` or empty where it is not known, and then nothing shows. */
  url: string | null;
  /** The user has let Rung in just now. */
  onAllowed?: () => void;
}

/** Lets Rung show evidence on a page's site by itself, and takes that back. */
export function SiteSwitch({ url, onAllowed }: Props) {
  const site = useSite(url);
  if (!site.origin) return null;
  const allow = async () => {
    if (await site.allow()) onAllowed?.();
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
