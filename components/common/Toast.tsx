import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button, IconButton } from './Button';
import { CLOSE } from './icons';
import { isEditing, isUndo } from './keys';
import { Spoken } from './Spoken';
import { UndoButton } from './UndoButton';
import './toast.css';

export interface Notice {
  /** What happened, a short sentence. */
  text: string;
  /** An error stays until it is answered, and so does a notice with `next`; others go by themselves. */
  tone?: 'error';
  /** It is still being done: there is nothing to answer, and whoever said it takes it away. */
  goesOn?: true;
  /**
   * How to undo it. The usual undo keys do it too, for a while even after the notice has gone (`late`),
   * until a notice with an undo of its own comes, or something is chosen. Any other notice stands above
   * it.
   */
  action?: { label: string; run: (late?: boolean) => void };
  /** What can be done about it. Its button alone does that, and no key. */
  next?: { label: string; run: () => void };
}

/** How to undo what was done last, and what that was. */
type Undo = Required<Pick<Notice, 'text' | 'action'>>;

interface Props {
  notice: Notice | null;
  onClose: () => void;
  /** Whether it shows a way to undo something. */
  onOffersUndo?: (offers: boolean) => void;
}

/** After this long nobody remembers what was done last, milliseconds. */
const UNDONE_LATE_MS = 60_000;

/** Long enough to read a line and reach for "Undo". */
const STAYS_MS = 6000;
/** What slow readers take for a character of a longer text. */
const CHARACTER_MS = 80;

/**
 * One line at the foot of a view that says what happened and offers to undo it, or what can be done
 * next, above what was done before and can still be undone. It goes by itself unless it needs an
 * answer, but never while it is pointed at or has the focus. The view gets its height as
 * `--toast-height`, to leave room at the end of what it covers.
 */
export function Toast({ notice, onClose, onOffersUndo }: Props) {
  const [pointedAt, setPointedAt] = useState(false);
  const [focused, setFocused] = useState(false);
  const cameFrom = useRef<Element | null>(null);
  const toast = useRef<HTMLDivElement>(null);
  const undo = useRef<Undo>();
  /** Whether something was chosen since what can be undone. */
  const chosen = useRef(false);
  const times = useTimesSaid(notice);
  const wordsId = useId();
  const held = notice !== null && (pointedAt || focused);
  /** What was done before, can still be undone, and is not what the notice is about. */
  const before = notice && !notice.action ? undo.current : undefined;
  const offersUndo = Boolean(notice?.action ?? before);
  const giveBack = () => {
    // What had the focus before goes on with it, or the keyboard would have nowhere to stand.
    if (
      toast.current?.contains(document.activeElement) &&
      cameFrom.current instanceof HTMLElement
    ) {
      cameFrom.current.focus({ preventScroll: true });
    }
  };
  const close = () => {
    giveBack();
    onClose();
  };
  const goOn = () => {
    notice?.next?.run();
    close();
  };
  const act = () => {
    const shown = notice?.action;
    const action = shown ?? undo.current?.action;
    undo.current = undefined;
    action?.run(!shown);
    if (shown) close();
    else giveBack();
  };

  useEffect(() => onOffersUndo?.(offersUndo), [offersUndo]);
  useLayoutEffect(() => {
    // Kept when it goes: otherwise what is being read at the end of a list would slip down.
    const height = notice && toast.current?.offsetHeight;
    if (height) document.documentElement.style.setProperty('--toast-height', `${height}px`);
  }, [notice]);
  useEffect(() => {
    if (notice) {
      if (notice.action) chosen.current = false;
      return undefined;
    }
    if (chosen.current) undo.current = undefined;
    setPointedAt(false);
    setFocused(false);
    const timer = setTimeout(() => {
      undo.current = undefined;
    }, UNDONE_LATE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  useEffect(() => {
    if (!notice || notice.tone === 'error' || notice.goesOn || notice.next || held)
      return undefined;
    const stays = Math.max(STAYS_MS, notice.text.length * CHARACTER_MS);
    const timer = setTimeout(onClose, stays);
    return () => clearTimeout(timer);
  }, [notice, held]);
  useEffect(() => {
    if (notice?.action) undo.current = { text: notice.text, action: notice.action };
    // Once it is no longer to be seen what the keys mean, they would be meant for what was chosen.
    const onChange = () => {
      if (!notice) undo.current = undefined;
      chosen.current = true;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!undo.current || !isUndo(event) || event.defaultPrevented) return;
      // In a field the same keys take back what was typed there.
      if (isEditing(event.target)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('change', onChange);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('change', onChange);
    };
  }, [notice]);

  const isError = notice?.tone === 'error';
  return (
    <div class="toast-place">
      {/* There before the first notice: what is read out has its place in it. */}
      <div
        ref={toast}
        class={notice ? (isError ? 'toast error' : 'toast') : undefined}
        onPointerEnter={() => setPointedAt(true)}
        onPointerLeave={() => setPointedAt(false)}
        onFocusIn={(event) => {
          const from = event.relatedTarget;
          if (from instanceof Element && !toast.current?.contains(from)) cameFrom.current = from;
          setFocused(true);
        }}
        onFocusOut={() => setFocused(false)}
      >
        <div class="toast-line">
          <Spoken urgent={isError}>
            {notice && (
              <span key={times} id={wordsId}>
                {notice.text}
              </span>
            )}
          </Spoken>
          {notice?.next && (
            <Button look="quiet" aria-describedby={wordsId} onClick={goOn}>
              {notice.next.label}
            </Button>
          )}
          {notice?.action && (
            <UndoButton label={notice.action.label} of={notice.text} onClick={act} />
          )}
          {notice && !notice.goesOn && (
            <CloseButton inWords={isError} describedBy={wordsId} onClick={close} />
          )}
        </div>
        {before && (
          <div class="toast-line">
            <span>{before.text}</span>
            <UndoButton label={before.action.label} of={before.text} onClick={act} />
          </div>
        )}
      </div>
    </div>
  );
}

interface CloseProps {
  inWords: boolean;
  /** Id of what it puts away. */
  describedBy: string;
  onClick: () => void;
}

function CloseButton({ inWords, describedBy, onClick }: CloseProps) {
  const words = i18n.t('common.close');
  return inWords ? (
    <Button look="quiet" aria-describedby={describedBy} onClick={onClick}>
      {words}
    </Button>
  ) : (
    <IconButton label={words} aria-describedby={describedBy} onClick={onClick}>
      {CLOSE}
    </IconButton>
  );
}

/** Another number with each notice: the words of the one before, said again, are to be heard again. */
function useTimesSaid(notice: Notice | null): number {
  const said = useRef({ notice, times: 0 });
  if (notice !== said.current.notice) {
    said.current = { notice, times: said.current.times + 1 };
  }
  return said.current.times;
}
