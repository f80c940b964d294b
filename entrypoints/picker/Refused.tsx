import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { hostOfPattern } from '../../data/site-pattern';
import { PasteAndTag } from '../wiring/evidence/PasteAndTag';
import type { SettledLibrary } from '../wiring/ladder/use-library';
import type { Refusal } from '../wiring/messages/reading';
import type { FrontPage } from '../wiring/site/front-page';
import { refusalWords } from '../wiring/words/refusal-words';

interface Props {
  library: SettledLibrary;
  why: Refusal;
  /** The site, as a pattern, that would have to be allowed. */
  site: string | undefined;
  page: FrontPage;
  /** Asks for the site; false where the browser did not. */
  onAllow: (site: string) => Promise<boolean>;
  /** A passage shall be pasted instead. */
  onPaste: () => void;
  /** Something was typed that is not stored yet; false once it is, or is given up. */
  onUnsaved: (unsaved: boolean) => void;
  onClose: () => void;
}

/** Why there is nothing to tag here, and what can be done instead. */
export function Refused({ library, why, site, page, onAllow, onPaste, onUnsaved, onClose }: Props) {
  const [pasting, setPasting] = useState(false);
  const [notAsked, setNotAsked] = useState(false);
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => actions.current?.querySelector('button')?.focus(), []);
  if (pasting) {
    return <PasteAndTag library={library} page={page} onUnsaved={onUnsaved} onDone={onClose} />;
  }
  const name = site && (hostOfPattern(site) ?? site);
  return (
    <div class="refused">
      <div class="refused-why" role="alert">
        <p>{name ? i18n.t('refusal.frameOf', [name]) : refusalWords(why)}</p>
        {name && notAsked && <p>{i18n.t('sites.notAsked', [name])}</p>}
      </div>
      <div class="refused-actions" ref={actions}>
        {site && name && (
          <Button
            look="primary"
            onClick={() => void onAllow(site).then((asked) => setNotAsked(!asked))}
          >
            {i18n.t('sites.allow', [name])}
          </Button>
        )}
        <Button
          look={site ? 'plain' : 'primary'}
          onClick={() => {
            setPasting(true);
            onPaste();
          }}
        >
          {i18n.t('refusal.paste')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {i18n.t('common.close')}
        </Button>
      </div>
    </div>
  );
}
