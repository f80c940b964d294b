import { i18n } from '#i18n';
import { figures } from '../../components/common/language';

/** What is said of a file under the buttons. */
export interface Remark {
  readonly tone: 'error' | 'info';
  readonly text: string;
  /** No two are alike. */
  readonly details: readonly string[];
  /** How many there are, where not all of them are given. */
  readonly count?: number;
  /** Whether there may be more details than these. */
  readonly cut?: boolean;
}

/** How much of what is to be said of a file is worth reading at once. */
const SHOWN = 8;

/** What is to be said of a file, as much of it as is worth reading. */
export function Said({ tone, text, details, count = details.length, cut }: Remark) {
  const more = cut ? 'ladders.atLeast' : 'ladders.more';
  return (
    <div class={tone === 'error' ? 'problem' : 'remark'}>
      <p>{text}</p>
      <ul>
        {details.slice(0, SHOWN).map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
      {count > SHOWN && <p>{i18n.t(more, [figures(count - SHOWN)])}</p>}
    </div>
  );
}
