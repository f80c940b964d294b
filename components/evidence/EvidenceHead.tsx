import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { localDay } from '../../data/days';
import type { Evidence } from '../../data/evidence';
import { dayOf } from '../../data/evidence/day';
import { findLevel, findSubSkill, type Ladder } from '../../data/ladder';
import { dayWords } from '../common/language';
import '../common/facts.css';

interface Props {
  evidence: Evidence;
  /** Its ladder, where that is still here. */
  ladder: Ladder | undefined;
  /** Whether to say of which ladder it is. */
  saysLadder: boolean;
  /** For the elements with the sub-skill's name, and with all else. */
  nameId: string;
  factsId: string;
  /** What can be done about it. */
  children: ComponentChildren;
}

/** What a piece of evidence proves: sub-skill, level, whose view, and of which day. */
export function EvidenceHead({ evidence, ladder, saysLadder, nameId, factsId, children }: Props) {
  const subSkill = ladder && findSubSkill(ladder, evidence.subSkill)?.subSkill;
  const level = ladder && findLevel(ladder, evidence.level);
  return (
    <div class="evidence-head">
      <p>
        <b id={nameId}>
          {subSkill?.name ?? i18n.t('evidence.unknownSubSkill', [evidence.subSkill])}
        </b>
        <span id={factsId} class="facts soft small">
          <span>
            {saysLadder && (
              <span>{ladder?.name ?? i18n.t('evidence.unknownLadder', [evidence.ladder])}</span>
            )}{' '}
            <span>{level?.name ?? i18n.t('evidence.unknownLevel', [evidence.level])}</span>{' '}
            <span>{i18n.t(`kind.${evidence.kind}`)}</span>{' '}
            <span title={taggedWords(evidence)}>{dayWords(dayOf(evidence))}</span>
          </span>
        </span>
      </p>
      {children}
    </div>
  );
}

/** The day of tagging, where another one is shown. */
function taggedWords({ when, created }: Evidence): string | undefined {
  return when && i18n.t('evidence.tagged', [dayWords(localDay(created))]);
}
