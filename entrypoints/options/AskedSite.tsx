import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { hostOfPattern } from '../../data/site-pattern';
import { requestSite } from '../wiring/site/request-site';
import { askedIn } from '../wiring/view/open-options';

/** The site that this page was opened to ask for, in its address: `#allow=https%3A%2F%2F…`. */
function askedSite(): string | undefined {
  const site = askedIn(location.hash) ?? '';
  return hostOfPattern(site) === undefined ? undefined : site;
}

/** The button that asks for a site where the browser asks nothing beside the page itself. */
export function AskedSite({ allowed }: { allowed: readonly string[] }) {
  const site = askedSite();
  const [asked, setAsked] = useState<boolean | null>(true);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  if (!site || allowed.includes(site)) return null;
  const name = hostOfPattern(site) ?? site;
  return (
    <div ref={place}>
      <Button look="primary" onClick={() => void requestSite(site).then(setAsked)}>
        {i18n.t('sites.allow', [name])}
      </Button>
      <div role="status">{asked === null && <p>{i18n.t('sites.notAsked', [name])}</p>}</div>
    </div>
  );
}
