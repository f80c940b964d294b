import { i18n } from '#i18n';
import type { Keys } from '../../components/common/KeyList';
import { commandKey } from '../../components/common/keys';
import { formKeys } from '../wiring/keys/form-keys';
import type { PickerRequest } from '../wiring/messages/picker';

/**
 * The picker's keys where `?` is pressed, as it lists them.
 *
 * @param pasting whether a passage is pasted where none could be read
 */
export function pickerKeys(view: PickerRequest['view'], pasting: boolean): Keys {
  const help = ['?', i18n.t('keys.helpLong')] as const;
  const undo = [`${commandKey()} Z`, i18n.t('keys.undoLong')] as const;
  if (view === 'tag' || pasting) return [...formKeys(), undo, help];
  if (view === 'evidence') return [['Esc', i18n.t('keys.escCardLong')], undo, help];
  return [['Esc', i18n.t('common.close')], help];
}
