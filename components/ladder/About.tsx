import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { type Ladder, levelIndex } from '../../data/ladder';
import { language, listed } from '../common/language';
import { LadderMark } from '../LadderMark';
import './about.css';

/** What a ladder says about itself: levels, dimensions, how it is used, its words, its source. */
export function About({ ladder, mine }: { ladder: Ladder; mine: string }) {
  const { guide, source } = ladder;
  const named = ladder.dimensions.length > 1;
  return (
    <section class="about">
      <h2>{i18n.t('about.title', [ladder.name])}</h2>
      <Part title={i18n.t('about.levels')}>
        <dl>
          {[...ladder.levels].reverse().map((level) => (
            <div key={level.id} class={level.id === mine ? 'mine' : ''}>
              <dt>
                <LadderMark
                  rungs={ladder.levels.length}
                  only={levelIndex(ladder, level.id)}
                  size={18}
                />
                {level.name}
                {level.id === mine && ` (${i18n.t('level.mine')})`}
                {level.title !== level.name && <span class="soft">{level.title}</span>}
              </dt>
              <dd>{level.summary}</dd>
            </div>
          ))}
          {ladder.relatedRoles.map((role) => (
            <div key={role.name}>
              <dt>{role.name}</dt>
              <dd>{role.summary}</dd>
            </div>
          ))}
        </dl>
      </Part>
      {named && (
        <Part title={listed(ladder.dimensions.map(({ name }) => name))}>
          <Definitions entries={ladder.dimensions} />
        </Part>
      )}
      {guide.use && guide.use.length > 0 && (
        <Part title={i18n.t('about.use')}>
          <Points points={guide.use} />
        </Part>
      )}
      {(guide.assessment ?? []).length + (guide.ratings ?? []).length > 0 && (
        <Part title={i18n.t('about.assessment')}>
          {guide.assessment && <Points points={guide.assessment} />}
          {guide.ratings && <Definitions entries={guide.ratings} />}
        </Part>
      )}
      {ladder.glossary.length > 0 && (
        <Part title={i18n.t('about.glossary')}>
          <Definitions
            entries={ladder.glossary.map(({ term, meaning }) => ({ name: term, meaning }))}
          />
        </Part>
      )}
      {guide.resources && guide.resources.length > 0 && (
        <Part title={i18n.t('about.resources')}>
          <Definitions entries={guide.resources} />
        </Part>
      )}
      {ladder.changeLog.length > 0 && (
        <Part title={i18n.t('about.changes')}>
          {ladder.changeLog.map(({ date, changes }) => (
            <div key={date}>
              <p class="label">{month(date)}</p>
              <Points points={changes} />
            </div>
          ))}
        </Part>
      )}
      <Part title={i18n.t('about.source')}>
        <p>
          {source.publisher}: {source.title}
        </p>
        {source.note && <p class="soft">{source.note}</p>}
        {source.url && (
          <p>
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.url.replace(/^https:\/\//, '')}
            </a>
          </p>
        )}
      </Part>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="about-part">
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul class="points">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

function Definitions({ entries }: { entries: readonly { name: string; meaning: string }[] }) {
  return (
    <dl>
      {entries.map(({ name, meaning }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `2021-04` in words: "April 2021". */
function month(date: string): string {
  const [year, monthOfYear] = date.split('-').map(Number);
  return new Intl.DateTimeFormat(language(), { year: 'numeric', month: 'long' }).format(
    new Date(year ?? 0, (monthOfYear ?? 1) - 1, 1),
  );
}
