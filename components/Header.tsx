import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { type Ladder, levelIndex } from '../data/ladder';
import { LadderMark } from './LadderMark';
import './header.css';

interface Props {
  ladder: Ladder;
  /** Id of one of its levels. */
  level: string;
  onChange: () => void;
  children?: ComponentChildren;
}

/** Which ladder, which level: always in sight, and the way to change either. */
export function Header({ ladder, level, onChange, children }: Props) {
  const mine = levelIndex(ladder, level);
  return (
    <header class="header">
      <button type="button" class="standing" title={i18n.t('header.change')} onClick={onChange}>
        <LadderMark rungs={ladder.levels.length} mine={mine} size={26} />
        <span>
          <b>{ladder.levels[mine]?.name}</b>
          <span class="soft small">{ladder.name}</span>
        </span>
      </button>
      <div class="header-actions">{children}</div>
    </header>
  );
}
