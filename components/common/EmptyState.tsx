import type { ComponentChildren } from 'preact';
import { LadderMark } from '../LadderMark';
import './empty-state.css';

interface Props {
  title: string;
  /** What to do, in one line. */
  text: string;
  /** And the button that does it. */
  action?: ComponentChildren;
}

/** What stands where nothing is there to show: why, and what to do about it. */
export function EmptyState({ title, text, action }: Props) {
  return (
    <div class="empty">
      <LadderMark rungs={5} mine={-1} size={40} />
      <h2 tabIndex={-1}>{title}</h2>
      <p class="soft">{text}</p>
      {action}
    </div>
  );
}
