import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { EmptyState } from '../../components/common/EmptyState';
import { useIncremental } from '../../components/common/use-incremental';
import { EvidenceItem } from '../../components/evidence/EvidenceItem';
import { Filters } from '../../components/evidence/Filters';
import { StandingLine } from '../../components/evidence/StandingLine';
import { EVERYTHING, narrowings } from '../../data/evidence/filter';
import { frontPageOf } from '../wiring/front-page';
import { goToEvidence } from '../wiring/go-to-evidence';
import { PasteAndTag } from '../wiring/PasteAndTag';
import { useEvidenceActions } from '../wiring/use-evidence-actions';
import type { RoomProps } from './room';
import { ThisPage } from './ThisPage';
import { usePage } from './use-page';

/** Every piece of evidence, and how those of the open page stand there now. */
export function EvidenceTab(props: RoomProps & { loading: boolean }) {
  const { library, evidence, shown, place: control, onNotice, loading } = props;
  const { place, go } = control;
  const [pasting, setPasting] = useState(false);
  const actions = useEvidenceActions(onNotice);
  const page = usePage(evidence);
  const { visible, sentinel } = useIncremental(shown);

  if (loading) return null;
  if (pasting) {
    return (
      <div class="room-body padded">
        <PasteAndTag
          library={library}
          page={frontPageOf(page.url, page.title)}
          onDone={() => setPasting(false)}
        />
      </div>
    );
  }
  return (
    <>
      <div class="room-top">
        <Filters
          filter={place.filter}
          ladders={library.ladders}
          evidence={evidence}
          page={page.document}
          onFilter={(filter) => go({ filter })}
        />
      </div>
      <div class="room-body">
        <ThisPage
          page={page}
          library={library}
          onPaste={() => setPasting(true)}
          onNotice={onNotice}
        />
        {evidence.length === 0 ? (
          <EmptyState title={i18n.t('evidence.none')} text={i18n.t('evidence.noneHint')} />
        ) : shown.length === 0 ? (
          <EmptyState
            title={i18n.t('evidence.noneShown')}
            text={i18n.t('evidence.noneShownHint', evidence.length)}
            action={
              <Button look="primary" onClick={() => go({ filter: EVERYTHING })}>
                {i18n.t('filter.clear')}
              </Button>
            }
          />
        ) : (
          <>
            <p class="list-count soft small" role="status">
              {narrowings(place.filter) > 0
                ? i18n.t('evidence.countShown', [String(shown.length), String(evidence.length)])
                : i18n.t('evidence.count', evidence.length)}
            </p>
            <ul>
              {visible.map((one) => (
                <EvidenceItem
                  key={one.id}
                  evidence={one}
                  ladders={library.ladders}
                  onChange={actions.change}
                  onRemove={actions.remove}
                  onGoTo={() => void goToEvidence(one, onNotice)}
                >
                  <StandingLine
                    evidence={one}
                    standing={page.report?.[one.id]}
                    onTakeOver={() => page.takeOver(one, actions)}
                    onKeep={() => page.keep(one)}
                    onAttach={() => void page.attach(one, actions, onNotice)}
                    onGoTo={() => void goToEvidence(one, onNotice)}
                  />
                </EvidenceItem>
              ))}
            </ul>
            {sentinel}
          </>
        )}
      </div>
    </>
  );
}
