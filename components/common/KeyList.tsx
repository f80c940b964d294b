import { i18n } from '#i18n';
import { Button } from './Button';
import { Dialog } from './Dialog';
import './key-list.css';

/** Keys, with spaces between those pressed together, and what they do. */
export type Keys = readonly (readonly [keys: string, does: string])[];

interface Props {
  /** In the order to show them. */
  keys: Keys;
  onClose: () => void;
}

/** What `?` shows: every key of the view. */
export function KeyList({ keys, onClose }: Props) {
  return (
    <Dialog label={i18n.t('keys.title')} onClose={onClose}>
      <div class="key-list">
        <h2>{i18n.t('keys.title')}</h2>
        <dl>
          {keys.map(([combination, does]) => (
            <div key={combination}>
              <dt>
                {combination.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <Button onClick={onClose}>{i18n.t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
