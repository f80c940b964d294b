import { i18n } from '#i18n';
import { commandKey } from '../../components/common/command-key';

/** The side panel's keys, as `?` lists them. */
export const panelKeys = () =>
  [
    ['↑ ↓', i18n.t('keys.moveLong')],
    ['Enter', i18n.t('keys.openLong')],
    ['c', i18n.t('keys.copyLong')],
    ['l', i18n.t('keys.linkLong')],
    ['Esc', i18n.t('keys.escPanelLong')],
    [`${commandKey()} Z`, i18n.t('keys.undoLong')],
    ['← →', i18n.t('keys.tabsLong')],
    ['?', i18n.t('keys.helpLong')],
  ] as const;
