import { i18n } from '#i18n';
import { hueOf } from '../../data/hue';
import type { Ladder } from '../../data/ladder';
import './overview.css';

interface Props {
  ladder: Ladder;
  onOpen: (subSkillId: string) => void;
  /** How many pieces of evidence each sub-skill has, by id; left out where it is not shown. */
  counts?: ReadonlyMap<string, number> | undefined;
}

/** The whole ladder at a glance: skill areas, and under each its sub-skills. */
export function Overview({ ladder, onOpen, counts }: Props) {
  return (
    <div class="overview">
      {ladder.skillAreas.map((area) => {
        const alone = area.subSkills.length === 1 && area.subSkills[0]?.name === area.name;
        return (
          <section key={area.id} data-hue={hueOf(ladder, area.subSkills[0]?.id ?? '')}>
            {!alone && <h2>{area.name}</h2>}
            <ul>
              {area.subSkills.map((subSkill) => (
                <li key={subSkill.id} class="result">
                  <button
                    type="button"
                    class="result-head"
                    data-stop="result"
                    data-ladder={ladder.id}
                    data-sub-skill={subSkill.id}
                    title={subSkill.definition}
                    onClick={() => onOpen(subSkill.id)}
                  >
                    <span>{subSkill.name}</span>
                    {counts?.get(subSkill.id) && (
                      <span class="count">
                        {i18n.t('subSkill.evidence', counts.get(subSkill.id) ?? 0)}
                      </span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
