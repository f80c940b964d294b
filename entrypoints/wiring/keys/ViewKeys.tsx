import { i18n } from '#i18n';
import { KeyList, type Keys } from '../../../components/common/KeyList';
import { useShortcuts } from './use-shortcuts';

interface Props {
  /** The keys of the view, in the order to show them. */
  keys: Keys;
  onClose: () => void;
}

/** What `?` shows: the shortcuts that lead here, as the browser has them now, and the view's keys. */
export function ViewKeys({ keys, onClose }: Props) {
  const commands = useShortcuts();
  const shortcuts = (
    [
      ['_execute_action', i18n.t('command.lookup')],
      ['open-panel', i18n.t('command.panel')],
      ['tag', i18n.t('command.tag')],
    ] as const
  ).flatMap(([command, does]) => {
    const shortcut = commands.find(({ name }) => name === command)?.shortcut;
    return shortcut ? [[shortcut.split('+').join(' '), does] as const] : [];
  });
  return <KeyList keys={[...shortcuts, ...keys]} onClose={onClose} />;
}
