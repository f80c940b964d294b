import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { headingOf, useFocusKept } from '../../components/common/use-focus-kept';
import { undoable } from '../wiring/saving/undoable';
import { requestSite } from '../wiring/site/request-site';
import { takeBackSite } from '../wiring/site/site-permission';
import type { Say } from '../wiring/view/use-notice';
import { AskedSite } from './AskedSite';

/** The sites the user has allowed, each with the way to take that back. */
export function Sites({ onNotice }: { onNotice: Say }) {
  const [origins, setOrigins] = useState<readonly string[]>([]);
  useEffect(() => {
    const look = () =>
      void browser.permissions.getAll().then((all) => setOrigins((all.origins ?? []).sort()));
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);
  const takeBack = async (origin: string) => {
    const name = nameOf(origin);
    if (!(await takeBackSite(origin))) {
      return onNotice({ text: i18n.t('sites.stillAllowed', [name]) });
    }
    // Browsers that ask for it again may be told no, and nothing is to be said of that.
    const allowAgain = async () => {
      const isAllowed = await requestSite(origin);
      if (isAllowed === null) onNotice({ text: i18n.t('sites.notAsked', [name]) });
      return isAllowed === true;
    };
    onNotice(undoable(i18n.t('sites.takenBack', [name]), allowAgain, onNotice));
  };
  const section = useRef<HTMLElement>(null);
  useFocusKept(section, headingOf);
  return (
    <section ref={section}>
      <h2 tabIndex={-1}>{i18n.t('sites.title')}</h2>
      <p class="soft">{origins.length > 0 ? i18n.t('sites.hint') : i18n.t('sites.none')}</p>
      <AskedSite allowed={origins} />
      {origins.length > 0 && (
        <ul class="rows">
          {origins.map((origin) => (
            <li key={origin}>
              <span>{nameOf(origin)}</span>
              <Button
                look="danger"
                aria-label={i18n.t('sites.takeBackOn', [nameOf(origin)])}
                onClick={() => void takeBack(origin)}
              >
                {i18n.t('sites.takeBack')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A permission's pattern as people write a site: without the stars that stand for any page. */
function nameOf(origin: string): string {
  return origin.replace(/\/\*$/, '');
}
