import { i18n } from '#i18n';
import type { Keys } from '../../../components/common/KeyList';

/** The keys of the form that asks which sub-skill, as `?` lists them. */
export const formKeys = (): Keys => [
  ['↑ ↓', i18n.t('keys.chooseLong')],
  ['Enter', i18n.t('keys.saveLong')],
  ['Shift Enter', i18n.t('keys.moreLong')],
  ['Esc', i18n.t('keys.escPickerLong')],
];
