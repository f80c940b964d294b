import { i18n } from '#i18n';
import { type Evidence, quoteOf } from '../../data/evidence';
import type { Quote } from '../../data/quote';
import { contextWords } from '../../data/quote/context-words';
import { readsTheSame, type Standing } from '../../data/standing';
import { cleanForDisplay } from '../../data/text';
import { Button } from '../common/Button';
import { describedBy } from './described-by';
import { ThenNow } from './ThenNow';

interface Props {
  evidence: Evidence;
  /** As the item around it has it. */
  seat?: string | number;
  /** `undefined` where the page was not looked at. */
  standing: Standing | undefined;
  onTakeOver: () => void;
  onKeep: () => void;
  onAttach: () => void;
  onGoTo: () => void;
}

/** How a piece of evidence stands in the page now, and what the user can decide about it. */
export function StandingLine(props: Props) {
  const { evidence, seat = evidence.id, standing, onTakeOver, onKeep, onAttach, onGoTo } = props;
  if (!standing) return null;
  const described = { 'aria-describedby': describedBy(seat) };
  const then = evidence.target.selector[0].exact;

  if (standing.state === 'same') {
    return <p class="standing-line found">{i18n.t('standing.same')}</p>;
  }
  if (standing.state === 'orphan') {
    return (
      <div class="standing-line" data-state="orphan">
        <p>
          {evidence.target.surface === 'pasted'
            ? i18n.t('standing.pasted')
            : i18n.t('standing.orphan')}
        </p>
        <Context evidence={evidence} />
        <div class="standing-actions">
          <Button {...described} onClick={onAttach}>
            {i18n.t('standing.attach')}
          </Button>
        </div>
      </div>
    );
  }
  const edited = standing.state === 'edited';
  // Only what stands around the words can then tell one place from another.
  const moved = !edited && readsTheSame(then, standing.quote.exact);
  return (
    <div class="standing-line" data-state={standing.state}>
      <p>
        {edited
          ? i18n.t('standing.edited')
          : moved
            ? i18n.t('standing.moved')
            : i18n.t('standing.doubtful')}
      </p>
      {moved ? (
        <InContext quote={standing.quote} />
      ) : (
        <ThenNow then={then} now={standing.quote.exact} />
      )}
      <div class="standing-actions">
        <Button {...described} onClick={onTakeOver}>
          {edited ? i18n.t('standing.takeOver') : i18n.t('standing.yes')}
        </Button>
        <Button look="quiet" {...described} onClick={onKeep}>
          {edited ? i18n.t('standing.keep') : i18n.t('standing.no')}
        </Button>
        <Button look="quiet" {...described} onClick={onGoTo}>
          {i18n.t('evidence.goTo')}
        </Button>
      </div>
    </div>
  );
}

function Context({ evidence }: { evidence: Evidence }) {
  const [{ prefix, suffix }] = evidence.target.selector;
  if (!prefix.trim() && !suffix.trim()) return null;
  return (
    <details>
      <summary>{i18n.t('standing.context')}</summary>
      <InContext quote={quoteOf(evidence)} />
    </details>
  );
}

function InContext({ quote }: { quote: Quote }) {
  const { before, after } = contextWords(quote);
  return (
    <p class="then-now soft" dir="auto">
      {cleanForDisplay(before)}
      <b>{cleanForDisplay(quote.exact)}</b>
      {cleanForDisplay(after)}
    </p>
  );
}
