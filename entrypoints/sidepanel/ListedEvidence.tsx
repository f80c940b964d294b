import { i18n } from '#i18n';
import { EvidenceItem } from '../../components/evidence/EvidenceItem';
import { StandingLine } from '../../components/evidence/StandingLine';
import type { Evidence } from '../../data/evidence';
import { goToEvidence } from '../wiring/evidence/go-to-evidence';
import type { EvidenceActions } from '../wiring/evidence/use-evidence-actions';
import type { KeptEdits } from '../wiring/evidence/use-kept-edits';
import type { SettledLibrary } from '../wiring/ladder/use-library';
import { trying } from '../wiring/view/trying';
import type { Say } from '../wiring/view/use-notice';
import type { Page } from './use-page';

interface Props {
  evidence: Evidence;
  /** Where in the list it is drawn. */
  seat: number;
  library: SettledLibrary;
  marks: ((text: string) => readonly (readonly [number, number])[]) | undefined;
  page: Page;
  edits: KeptEdits;
  actions: EvidenceActions;
  isGone: (evidence: Evidence) => boolean;
  onUnsaved: (unsaved: boolean) => void;
  onNotice: Say;
}

/** A piece of evidence in the list, what can be done to it, and how it stands in the open page. */
export function ListedEvidence(props: Props) {
  const { evidence, seat, library, marks, page, edits, actions, isGone, onUnsaved, onNotice } =
    props;
  const goTo = () => void goToEvidence(evidence, onNotice);
  return (
    <EvidenceItem
      seat={seat}
      evidence={evidence}
      ladders={library.ladders}
      mine={library.mine.ladder.id}
      marks={marks}
      isGone={isGone}
      halfEdited={edits.of(evidence.id)}
      onHalfEdited={(edit) => edits.keep(evidence.id, edit)}
      onRemovedEdited={() => edits.putAside(evidence.id)}
      onChange={(one, change) => actions.change(one, change, i18n.t('evidence.saved'))}
      onRemove={actions.remove}
      onUnsaved={onUnsaved}
      onGoTo={goTo}
    >
      <StandingLine
        key={evidence.id}
        seat={seat}
        evidence={evidence}
        standing={page.report?.[evidence.id]}
        onTakeOver={() => page.takeOver(evidence, actions)}
        onKeep={() => page.keep(evidence, onNotice)}
        onAttach={trying(onNotice, () => page.attach(evidence, actions, onNotice))}
        onGoTo={goTo}
      />
    </EvidenceItem>
  );
}
