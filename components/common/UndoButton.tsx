import { i18n } from '#i18n';
import { Button } from './Button';

interface Props {
  /** The words on it. */
  label?: string;
  /** What it undoes, as was said of it: part of its name, since it is no part of what is read out. */
  of: string;
  onClick: () => void;
}

/** The button that undoes what was done last. */
export function UndoButton({ label = i18n.t('common.undo'), of, onClick }: Props) {
  return (
    <Button
      look="quiet"
      aria-label={i18n.t('common.undoOf', [label, of])}
      title={i18n.t('keys.undo')}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
