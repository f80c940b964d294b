import { i18n } from '#i18n';
import { hueOf } from '../../data/hue';
import {
  expectationsAt,
  findSubSkill,
  type Ladder,
  type Level,
  subSkillsOf,
} from '../../data/ladder';
import { Button, IconButton } from '../common/Button';
import { BACK, COPY, LINK } from '../common/icons';
import { figures } from '../common/language';
import { Comparison } from './Comparison';
import { glossaryFor } from './glossary-for';
import { LevelPair } from './LevelPair';
import './sub-skill.css';

interface Props {
  ladder: Ladder;
  subSkillId: string;
  mine: string;
  levels: readonly Level[];
  /** `undefined` until it is known. */
  evidenceCount: number | undefined;
  onLevels: (levels: readonly [string, string] | null) => void;
  onBack: () => void;
  onOpen: (subSkillId: string) => void;
  onCopy: (text: string) => void;
  onCopySubSkill: () => void;
  onCopyLink: () => void;
  onEvidence: () => void;
}

/** One sub-skill whole: what it means, two levels side by side, the words it uses. */
export function SubSkillView(props: Props) {
  const { ladder, subSkillId, mine, levels, evidenceCount } = props;
  const found = findSubSkill(ladder, subSkillId);
  if (!found) return null;
  const { skillArea, subSkill } = found;
  const all = subSkillsOf(ladder);
  const at = all.findIndex((one) => one.id === subSkillId);
  const [before, after] = [all[at - 1], all[at + 1]];
  const shown = levels.flatMap((level) =>
    expectationsAt(ladder, subSkillId, level.id).flatMap(({ fresh, carried }) => [
      ...fresh,
      ...carried.flatMap((entry) => entry.statements),
    ]),
  );
  const terms = glossaryFor(ladder, [subSkill.definition, ...shown]);

  return (
    <section class="sub-skill" data-hue={hueOf(ladder, subSkillId)}>
      <div class="sub-skill-bar">
        <Button look="quiet" onClick={props.onBack}>
          {BACK} {i18n.t('subSkill.back')}
        </Button>
        <span>
          <IconButton label={i18n.t('copy.subSkill')} onClick={props.onCopySubSkill}>
            {COPY}
          </IconButton>
          <IconButton label={i18n.t('copy.link')} onClick={props.onCopyLink}>
            {LINK}
          </IconButton>
        </span>
      </div>
      <header
        class="sub-skill-head"
        data-stop="result"
        data-ladder={ladder.id}
        data-sub-skill={subSkillId}
        data-levels={levels.map(({ id }) => id).join(' ')}
        tabIndex={-1}
      >
        {skillArea.name !== subSkill.name && <p class="area">{skillArea.name}</p>}
        <h2>{subSkill.name}</h2>
        <p>{subSkill.definition}</p>
        <p class="small">
          {evidenceCount === undefined ? (
            // The line is there already, and nothing moves once the number comes.
            '\u00a0'
          ) : evidenceCount > 0 ? (
            <button type="button" class="link" onClick={props.onEvidence}>
              {i18n.t('evidence.count', evidenceCount, [figures(evidenceCount)])}
            </button>
          ) : (
            <span class="soft">{i18n.t('evidence.none')}</span>
          )}
        </p>
      </header>
      <LevelPair ladder={ladder} mine={mine} levels={levels} onLevels={props.onLevels} />
      <Comparison
        ladder={ladder}
        subSkillId={subSkillId}
        levels={levels}
        mine={mine}
        openCarried
        onCopy={props.onCopy}
      />
      {terms.length > 0 && (
        <dl class="terms">
          {terms.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
      <nav class="neighbours" aria-label={i18n.t('subSkill.neighbours')}>
        {before && (
          <button type="button" class="link" onClick={() => props.onOpen(before.id)}>
            ← {before.name}
          </button>
        )}
        {after && (
          <button type="button" class="link" onClick={() => props.onOpen(after.id)}>
            {after.name} →
          </button>
        )}
      </nav>
    </section>
  );
}
