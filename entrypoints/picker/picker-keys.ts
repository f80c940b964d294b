import { i18n } from '#i18n';
import { commandKey } from '../../components/common/command-key';

/** The picker's keys, as `?` lists them. */
export const pickerKeys = () =>
  [
    ['↑ ↓', i18n.t('keys.chooseLong')],
    ['Enter', i18n.t('keys.saveLong')],
    ['Shift Enter', i18n.t('keys.moreLong')],
    [`${commandKey()} Z`, i18n.t('keys.undoLong')],
    ['Esc', i18n.t('keys.escPickerLong')],
    ['?', i18n.t('keys.helpLong')],
  ] as const;
