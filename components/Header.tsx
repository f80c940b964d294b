import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { type Ladder, levelIndex } from '../data/ladder';
import { LadderMark } from './LadderMark';
import './header.css';

interface Props {
  ladder: Ladder;
  level: string;
  onChange: () => void;
  children?: ComponentChildren;
}

/** Which ladder, which level: always in sight, and the way to change either. */
export function Header({ ladder, level, onChange, children }: Props) {
  const mine = ladder.levels.find((one) => one.id === level);
  return (
    <header class="header">
      <button type="button" class="standing" title={i18n.t('header.change')} onClick={onChange}>
        <LadderMark rungs={ladder.levels.length} mine={levelIndex(ladder, level)} size={26} />
        <span>
          <b>{mine?.name ?? i18n.t('header.noLevel')}</b>
          <span class="soft small">{ladder.name}</span>
        </span>
      </button>
      <div class="header-actions">{children}</div>
    </header>
  );
}
