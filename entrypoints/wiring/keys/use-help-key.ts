import { isEditing } from '../../../components/common/keys';
import { useWindowKeys } from './window-keys';

/** Calls back when `?` is pressed anywhere in a view where it is not a character of a text. */
export function useHelpKey(onKeys: () => void): void {
  useWindowKeys((event) => {
    if (event.key !== '?' || event.defaultPrevented || isText(event.target)) return;
    event.preventDefault();
    onKeys();
  });
}

/** A search field that is still empty is where a view begins, and not yet a text. */
function isText(target: EventTarget | null): boolean {
  if (!isEditing(target)) return false;
  return !(target instanceof HTMLInputElement && target.type === 'search' && target.value === '');
}
