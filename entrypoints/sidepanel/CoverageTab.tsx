import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { inCount } from '../../components/common/in-count';
import { dayWords, figures } from '../../components/common/language';
import { CoverageGrid } from '../../components/coverage/CoverageGrid';
import { Elsewhere } from '../../components/coverage/Elsewhere';
import { Fitting } from '../../components/coverage/Fitting';
import { KindTotals } from '../../components/coverage/KindTotals';
import { Outside } from '../../components/coverage/Outside';
import { StandingBelow } from '../../components/coverage/StandingBelow';
import { coverage, expectedAt, gapsAt, standingBelow } from '../../data/coverage';
import { type Days, isReversed, localDay } from '../../data/days';
import { EVERYTHING, type EvidenceFilter } from '../../data/evidence/filter';
import { fittingOn } from '../../data/evidence/fitting';
import { findLevel, findSubSkill, nextLevel } from '../../data/ladder';
import { endedOn, periodOf, taggedAfter } from '../../data/review-period';
import { useEvidenceActions } from '../wiring/evidence/use-evidence-actions';
import { openOptions } from '../wiring/view/open-options';
import type { TabProps } from './tab-props';

/** Which sub-skills have evidence, which have none, at my level and the next. */
export function CoverageTab({ library, evidence, place: { go }, onNotice }: TabProps) {
  const { mine, settings } = library;
  const { ladder, level } = mine;
  const [wholePeriod, setWholePeriod] = useState(false);
  const actions = useEvidenceActions(onNotice);
  const periodLine = useRef<HTMLParagraphElement>(null);
  const period = periodOf(settings);
  const counted = useMemo(
    () => coverage(ladder, evidence, (!wholePeriod && period) || undefined),
    [ladder, evidence, settings, wholePeriod],
  );
  const last = wholePeriod ? null : endedOn(settings, localDay(new Date()));
  const late = useMemo(() => {
    const ofLadder = evidence.filter((one) => one.ladder === ladder.id);
    return last === null ? [] : taggedAfter(ofLadder, last);
  }, [ladder, evidence, last]);
  const fitting = useMemo(() => fittingOn(ladder, evidence), [ladder, evidence]);
  const next = nextLevel(ladder, level);

  const below = standingBelow(counted, ladder, level);

  /** Shows evidence of the days that are counted. */
  const show = (narrowed: Partial<EvidenceFilter>) =>
    go({
      tab: 'evidence',
      filter: { ...EVERYTHING, ...(wholePeriod ? {} : period), ...narrowed },
    });
  // Where all evidence is of one ladder, saying which would be one thing more to take back.
  const onlyOfLadder = counted.elsewhere.otherLadder > 0 ? { ladder: ladder.id } : {};
  /** For a button that goes with what it was for. */
  const focusPeriod = () =>
    periodLine.current?.querySelector('button')?.focus({ preventScroll: true });
  const openSubSkill = (subSkill: string) =>
    go({ tab: 'ladder', ladder: ladder.id, subSkill, query: '', levels: null });

  return (
    <div class="room-body coverage">
      <div class="coverage-summary">
        <h2>
          {summary(
            expectedAt(counted, level),
            gapsAt(counted, level).length,
            levelName(ladder, level),
          )}
        </h2>
        {evidence.length > 0 ? (
          <KindTotals kinds={counted.kinds} onKind={(kind) => show({ kind, ...onlyOfLadder })} />
        ) : (
          <p class="small">
            {i18n.t('coverage.none')}{' '}
            <button type="button" class="link" onClick={() => go({ tab: 'evidence' })}>
              {i18n.t('export.toEvidence')}
            </button>
          </p>
        )}
        <p ref={periodLine} class="small">
          {period ? (
            <>
              {wholePeriod ? (
                i18n.t('coverage.everything')
              ) : isReversed(period) ? (
                <>
                  {i18n.t('coverage.periodWrong')}{' '}
                  <ToOptions words={i18n.t('coverage.changePeriod')} />
                </>
              ) : (
                i18n.t('coverage.period', [periodWords(period)])
              )}{' '}
              <button type="button" class="link" onClick={() => setWholePeriod(!wholePeriod)}>
                {wholePeriod ? i18n.t('coverage.onlyPeriod') : i18n.t('coverage.countAll')}
              </button>
            </>
          ) : (
            <ToOptions words={i18n.t('coverage.setPeriod')} />
          )}
        </p>
        {below && (
          <StandingBelow
            below={below}
            onShow={() => show({ level: `${ladder.id}/${below.level.id}` })}
          />
        )}
        <Fitting
          count={fitting.length}
          ladder={ladder.name}
          onMove={async () => {
            if (await actions.moveToLadder(fitting, ladder)) focusPeriod();
          }}
        />
        <Outside
          count={counted.elsewhere.outsidePeriod}
          late={last !== null && late.length > 0 ? { count: late.length, last } : null}
          onDate={async () => {
            if (last !== null && (await actions.date(late, last))) focusPeriod();
          }}
        />
      </div>
      {[level, ...(next ? [next.id] : [])].map((id) => {
        const gaps = gapsAt(counted, id);
        if (gaps.length === 0 || gaps.length === expectedAt(counted, id)) return null;
        return (
          // Where most is missing the grid says it better, and shall be in sight.
          <details
            key={id}
            class="gaps"
            open={id === level && gaps.length * 2 <= expectedAt(counted, id)}
          >
            <summary>
              {i18n.t('coverage.gaps', [levelName(ladder, id), figures(gaps.length)])}
            </summary>
            <ul>
              {gaps.map((subSkill) => (
                <li key={subSkill}>
                  <button type="button" class="link" onClick={() => openSubSkill(subSkill)}>
                    {findSubSkill(ladder, subSkill)?.subSkill.name}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      <CoverageGrid
        ladder={ladder}
        coverage={counted}
        mine={level}
        next={next?.id ?? ''}
        onSubSkill={openSubSkill}
        onCell={(subSkill, at) =>
          show({ subSkill: `${ladder.id}/${subSkill}`, level: `${ladder.id}/${at}` })
        }
      />
      <Elsewhere
        counts={counted.elsewhere}
        onOtherLadders={() => show({ notLadder: ladder.id, from: null, to: null })}
        onUnplaced={() => show({ unplaced: ladder.id })}
      />
    </div>
  );
}

/** The way to where the review period is set. */
function ToOptions({ words }: { words: string }) {
  return (
    <button type="button" class="link" onClick={() => void openOptions()}>
      {words}
    </button>
  );
}

/** Only what is expected at the level counts: where nothing is, nothing can be shown or missing. */
function summary(expected: number, gaps: number, level: string): string {
  if (expected === 0) return i18n.t('coverage.nothingExpected', [level]);
  if (gaps === 0) return i18n.t('coverage.complete', [level]);
  const shown = expected - gaps;
  return i18n.t('coverage.summary', shown, [figures(shown), figures(expected), inCount(level)]);
}

function levelName(ladder: TabProps['library']['mine']['ladder'], id: string): string {
  return findLevel(ladder, id)?.name ?? id;
}

function periodWords({ from, to }: Days): string {
  if (from === null) return to === null ? '' : i18n.t('export.words.upTo', [dayWords(to)]);
  if (to === null) return i18n.t('export.words.from', [dayWords(from)]);
  return `${dayWords(from)} – ${dayWords(to)}`;
}
