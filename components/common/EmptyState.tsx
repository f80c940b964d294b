import type { ComponentChildren } from 'preact';
import { LadderMark } from '../LadderMark';
import './empty-state.css';

interface Props {
  title: string;
  /** What to do, in one line. */
  text: string;
  /** And the button that does it. */
  action?: ComponentChildren;
  /** It came of something that went wrong: its words are read out at once. */
  urgent?: boolean;
}

/** What stands where nothing is there to show: why, and what to do about it. */
export function EmptyState({ title, text, action, urgent = false }: Props) {
  return (
    <div class="empty">
      <LadderMark rungs={5} size={40} />
      <div class="empty-words" role={urgent ? 'alert' : undefined}>
        <h2 tabIndex={-1}>{title}</h2>
        <p class="soft">{text}</p>
      </div>
      {action}
    </div>
  );
}
