import { i18n } from '#i18n';
import type { Keys } from '../../components/common/KeyList';
import { commandKey } from '../../components/common/keys';
import type { Place } from '../../data/panel-place';
import { formKeys } from '../wiring/keys/form-keys';

/**
 * The side panel's keys where `?` is pressed, as it lists them.
 *
 * @param tagging whether the evidence has given way to a passage that is tagged
 */
export function panelKeys(tab: Place['tab'], tagging: boolean): Keys {
  const own = tab === 'evidence' && tagging ? formKeys() : tabKeys(tab);
  return [
    ...own,
    [`${commandKey()} Z`, i18n.t('keys.undoLong')],
    ['← →', i18n.t('keys.tabsLong')],
    ['?', i18n.t('keys.helpLong')],
  ];
}

function tabKeys(tab: Place['tab']): Keys {
  switch (tab) {
    case 'ladder':
      return [
        ['↑ ↓', i18n.t('keys.moveLong')],
        ['Enter', i18n.t('keys.openHereLong')],
        ['c', i18n.t('keys.copyLong')],
        ['l', i18n.t('keys.linkLong')],
        ['Esc', i18n.t('keys.escPanelLong')],
      ];
    case 'evidence':
      return [
        ['↑ ↓', i18n.t('keys.moveEvidenceLong')],
        ['Enter', i18n.t('keys.goToLong')],
        ['e', i18n.t('keys.editLong')],
        ['Del', i18n.t('keys.deleteLong')],
        ['Esc', i18n.t('keys.escEvidenceLong')],
      ];
    default:
      return [];
  }
}
