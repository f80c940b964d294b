import { i18n } from '#i18n';
import { hueOf } from '../../data/hue';
import type { Ladder } from '../../data/ladder';
import { figures } from '../common/language';
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
                    <Count count={counts?.get(subSkill.id) ?? 0} />
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

/** As on the tab of the evidence: the number alone, its words for whoever asks or listens. */
function Count({ count }: { count: number }) {
  if (count === 0) return null;
  const words = i18n.t('evidence.count', count, [figures(count)]);
  return (
    <span class="count" title={words}>
      <span aria-hidden="true">{figures(count)}</span>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}
