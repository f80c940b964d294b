import { useEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { About } from '../../components/ladder/About';
import { Overview } from '../../components/ladder/Overview';
import { SubSkillView } from '../../components/ladder/SubSkillView';
import { Heard } from '../../components/search/Heard';
import { ResultList } from '../../components/search/ResultList';
import { SearchField } from '../../components/search/SearchField';
import { EVERYTHING } from '../../data/evidence/filter';
import { findLevel, findSubSkill } from '../../data/ladder';
import type { Place } from '../../data/panel-place';
import { useLadderKeys } from '../wiring/keys/ladder-keys';
import { firstPair } from '../wiring/ladder/levels';
import { useLookUp } from '../wiring/ladder/use-look-up';
import { heardWords } from '../wiring/words/heard-words';
import { nothingWords } from '../wiring/words/nothing-words';
import type { TabProps } from './tab-props';

interface Props extends TabProps {
  /** Whether the whole panel is just being opened, and nobody has come here from another tab. */
  opening: boolean;
}

/** Search the ladders, or browse the whole of one's own. */
export function LadderTab(props: Props) {
  const { library, evidence, complete, place: control, opening, onNotice } = props;
  const { ladders, mine } = library;
  const { place, go } = control;
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const searching = place.query.trim() !== '';
  const answer = useLookUp(ladders, mine, place.query);
  useEffect(() => {
    // Whoever walks along the tabs with the arrow keys only passes by.
    if (document.activeElement?.matches('[role=tab]:focus-visible')) return;
    // What was pressed in another tab has gone with that: the sub-skill it opened comes next.
    if (!opening && document.activeElement === document.body) return;
    input.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    // What was opened is gone from the page and took the focus with it; a neighbour stands far below
    // what it opens.
    const { activeElement } = document;
    if (activeElement !== document.body && !activeElement?.closest('.neighbours')) return;
    const head =
      place.subSkill && !searching && list.current?.querySelector<HTMLElement>('.sub-skill-head');
    (head || input.current)?.focus({ preventScroll: true });
  }, [place.ladder, place.subSkill, searching]);

  const { ladder, subSkill } = open(library, place);
  const counts = useMemo(() => {
    if (!complete) return undefined;
    const byId = new Map<string, number>();
    for (const one of evidence) {
      if (one.ladder === ladder.id) byId.set(one.subSkill, (byId.get(one.subSkill) ?? 0) + 1);
    }
    return byId;
  }, [evidence, complete, ladder]);

  const keys = useLadderKeys({
    ladders,
    mine,
    container: list,
    home: input,
    onNotice,
    ...(place.subSkill ? { onEscape: () => go({ subSkill: null }) } : {}),
  });
  const pair = place.levels?.flatMap((id) => findLevel(ladder, id) ?? []) ?? [];
  const [left, right] = pair;
  const levels = left && right && left !== right ? pair : firstPair(ladder, mine);

  return (
    <>
      <div class="room-top">
        <SearchField
          value={place.query}
          onInput={(query) => go({ query })}
          inputRef={input}
          label={i18n.t('search.label')}
          placeholder={i18n.t('search.placeholder')}
        />
        <Heard of={answer} words={() => heardWords(answer, place.query)} />
      </div>
      <div class="room-body" ref={list}>
        {searching ? (
          <ResultList
            ladders={ladders}
            results={answer.results}
            didYouMean={answer.didYouMean}
            nothing={nothingWords(place.query)}
            nearest={answer.nearest}
            mine={{ ladder: mine.ladder.id, level: mine.level }}
            levelsFor={answer.levelsFor}
            onQuery={(query) => {
              go({ query });
              input.current?.focus();
            }}
            onOpen={(result) =>
              go({
                ladder: result.ladder.id,
                subSkill: result.subSkill.id,
                query: '',
                // As the result showed it, whatever levels were looked at before.
                levels: answer.namedFor(result),
              })
            }
            onCopy={keys.copyText}
          />
        ) : subSkill ? (
          <SubSkillView
            ladder={ladder}
            subSkillId={subSkill}
            mine={ladder === mine.ladder ? mine.level : ''}
            levels={levels}
            evidenceCount={counts && (counts.get(subSkill) ?? 0)}
            onLevels={(chosen) =>
              go({ levels: chosen, scroll: list.current?.closest('.room')?.scrollTop ?? 0 })
            }
            onBack={() => go({ subSkill: null })}
            onOpen={(id) => go({ ladder: ladder.id, subSkill: id })}
            onCopy={keys.copyText}
            onCopySubSkill={() => keys.copySubSkill(ladder, subSkill, levels)}
            onCopyLink={() => keys.copyLink(ladder, subSkill)}
            onEvidence={() =>
              go({
                tab: 'evidence',
                filter: { ...EVERYTHING, subSkill: `${ladder.id}/${subSkill}` },
              })
            }
          />
        ) : (
          <>
            <Overview
              ladder={mine.ladder}
              counts={counts}
              onOpen={(id) => go({ ladder: mine.ladder.id, subSkill: id })}
            />
            <About ladder={mine.ladder} mine={mine.level} />
          </>
        )}
      </div>
    </>
  );
}

/** The sub-skill that is open, on the ladder it was opened on; else on one that has it, mine first. */
function open({ ladders, mine }: TabProps['library'], { ladder: id, subSkill }: Place) {
  if (subSkill === null) return { ladder: mine.ladder, subSkill: null };
  const named = ladders.filter((one) => one.id === id);
  const ladder = [...named, mine.ladder, ...ladders].find((one) => findSubSkill(one, subSkill));
  return ladder ? { ladder, subSkill } : { ladder: mine.ladder, subSkill: null };
}
