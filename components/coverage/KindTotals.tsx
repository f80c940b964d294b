import { Fragment } from 'preact';
import { i18n } from '#i18n';
import type { Kinds } from '../../data/coverage';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../data/evidence';
import { figures } from '../common/language';
import '../common/facts.css';

interface Props {
  kinds: Kinds;
  onKind: (kind: EvidenceKind) => void;
}

/** How much of the evidence is whose view, and the way to that. */
export function KindTotals({ kinds, onKind }: Props) {
  return (
    <p class="soft small facts">
      <span>
        {EVIDENCE_KINDS.map((kind) => {
          const words = `${i18n.t(`kind.${kind}`)} ${figures(kinds[kind])}`;
          return (
            <Fragment key={kind}>
              {' '}
              <span>
                {kinds[kind] > 0 ? (
                  <button type="button" class="link" onClick={() => onKind(kind)}>
                    {words}
                  </button>
                ) : (
                  words
                )}
              </span>
            </Fragment>
          );
        })}
      </span>
    </p>
  );
}
