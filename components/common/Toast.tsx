import { Button } from './Button';
import './toast.css';

export interface Notice {
  /** What happened, a short sentence. */
  text: string;
  /** An error stays until it is answered; other notices go by themselves. */
  tone?: 'error';
  /** What can be done about it, such as undoing it. */
  action?: { label: string; run: () => void };
}

interface Props {
  notice: Notice | null;
  onClose: () => void;
  closeLabel: string;
}

/** One line at the foot of a surface that says what happened and offers to take it back. */
export function Toast({ notice, onClose, closeLabel }: Props) {
  return (
    <div class="toast-place" role={notice?.tone === 'error' ? 'alert' : 'status'}>
      {notice && (
        <div class={notice.tone === 'error' ? 'toast error' : 'toast'}>
          <span>{notice.text}</span>
          {notice.action && (
            <Button
              look="quiet"
              onClick={() => {
                notice.action?.run();
                onClose();
              }}
            >
              {notice.action.label}
            </Button>
          )}
          {notice.tone === 'error' && (
            <Button look="quiet" onClick={onClose}>
              {closeLabel}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
