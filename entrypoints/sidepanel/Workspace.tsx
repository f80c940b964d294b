import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '../../components/common/Button';
import { Dialog } from '../../components/common/Dialog';
import { KEYS, OPTIONS } from '../../components/common/icons';
import { figures } from '../../components/common/language';
import { Tabs } from '../../components/common/Tabs';
import { Toast } from '../../components/common/Toast';
import { useBackFrom } from '../../components/common/use-back-from';
import { Header } from '../../components/Header';
import { Setup } from '../../components/setup/Setup';
import { filterEvidence } from '../../data/evidence/filter';
import { TABS } from '../../data/panel-place';
import type { Collection, EvidenceReading } from '../wiring/evidence/use-evidence';
import { useHelpKey } from '../wiring/keys/use-help-key';
import { ViewKeys } from '../wiring/keys/ViewKeys';
import type { SettledLibrary } from '../wiring/ladder/use-library';
import { keepStanding } from '../wiring/saving/keep-standing';
import { unreadableNotice } from '../wiring/saving/unreadable-notice';
import { IMPORT, openOptions } from '../wiring/view/open-options';
import { ReadFailure } from '../wiring/view/ReadFailure';
import { useNotice } from '../wiring/view/use-notice';
import { CoverageTab } from './CoverageTab';
import { EvidenceTab } from './EvidenceTab';
import { ExportTab } from './ExportTab';
import { LadderTab } from './LadderTab';
import { panelKeys } from './panel-keys';
import { useEvidenceSearch } from './use-evidence-search';
import type { PlaceControl } from './use-place';
import { useScroll } from './use-scroll';
import { useTabScroll } from './use-tab-scroll';
import { useTagAsked } from './use-tag-asked';

export interface WorkspaceProps {
  library: SettledLibrary;
  reading: EvidenceReading;
  place: PlaceControl;
  /** Something else has to be answered first; what is written here waits for that. */
  away: boolean;
}

const NOTHING: Collection = { evidence: [], unreadable: [] };

/** The four tabs of the side panel and what they share: header, filter, notices, keys. */
export function Workspace({ library, reading, place: given, away }: WorkspaceProps) {
  const { collection, complete, failure } = reading;
  const { ladders, mine } = library;
  const [notice, setNotice] = useNotice();
  const [choosing, setChoosing] = useState(false);
  const [showKeys, setShowKeys] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const [tagging, setTagging] = useState(false);
  const room = useRef<HTMLDivElement>(null);
  const control = useTabScroll(given, room);
  const { place, go } = control;
  const opening = useRef(true);
  useEffect(() => {
    opening.current = false;
  }, []);
  const search = useEvidenceSearch(collection?.evidence, complete);
  const { evidence, unreadable } = collection ?? NOTHING;
  const isThere = place.tab === 'ladder' || complete || (place.tab === 'evidence' && !!collection);
  const isAwaited = !isThere && failure === undefined;
  // What is taken out has to be all there is; what is looked at may come bit by bit.
  const questions = place.tab === 'export' ? search.whole : search.soFar;
  const shown = useMemo(
    () => filterEvidence(evidence, place.filter, questions, library.ladders),
    [evidence, place.filter, questions, library.ladders],
  );
  const [asked, setAsked] = useState(false);
  useTagAsked(() => {
    setChoosing(false);
    setShowKeys(false);
    go({ tab: 'evidence' });
    // A passage that is being tagged already is not to give way to another.
    if (!tagging) setAsked(true);
  }, !away);
  useHelpKey(() => setShowKeys(true));
  useEffect(() => {
    setChoosing(false);
    setShowKeys(false);
  }, [away]);
  useBackFrom(away, () => document.getElementById(`tab-${place.tab}`));
  useScroll(room, place, go, collection !== undefined);
  const told = useRef(0);
  useEffect(() => {
    if (!complete) return;
    const isMore = unreadable.length > told.current;
    told.current = unreadable.length;
    // Where it is less, somebody has just removed some and is told that.
    if (isMore) setNotice(unreadableNotice(unreadable, setNotice));
  }, [unreadable.length, complete]);

  const shared = {
    library,
    evidence,
    complete,
    shown,
    search,
    place: control,
    onNotice: setNotice,
  };
  return (
    <main class="panel" hidden={away} data-notice={notice ? '' : undefined}>
      <h1 class="visually-hidden">{i18n.t('options.title')}</h1>
      <div class="panel-top">
        <Header ladder={mine.ladder} level={mine.level} onChange={() => setChoosing(true)}>
          <IconButton label={i18n.t('keys.show')} onClick={() => setShowKeys(true)}>
            {KEYS}
          </IconButton>
          <IconButton label={i18n.t('panel.options')} onClick={() => void openOptions()}>
            {OPTIONS}
          </IconButton>
        </Header>
        <Tabs
          label={i18n.t('panel.rooms')}
          tabs={TABS.map((id) => ({
            id,
            name: i18n.t(`panel.${id}`),
            ...(id === 'evidence' && complete && evidence.length > 0
              ? counted(evidence.length)
              : {}),
          }))}
          active={place.tab}
          onSelect={(tab) => go({ tab })}
          panelId="room"
        />
      </div>
      <div ref={room} class="room" id="room" role="tabpanel" aria-labelledby={`tab-${place.tab}`}>
        {place.tab === 'ladder' && <LadderTab {...shared} opening={opening.current} />}
        {place.tab !== 'ladder' && failure !== undefined && (
          <ReadFailure failure={failure} onAgain={reading.again} />
        )}
        {isAwaited && <p class="reading soft">{i18n.t('panel.reading')}</p>}
        {/* Whoever looks up the wording of the ladder meanwhile goes on with what they wrote. */}
        {collection && (place.tab === 'evidence' || unsaved) && (
          <div class="kept" hidden={place.tab !== 'evidence'}>
            <EvidenceTab
              {...shared}
              onUnsaved={setUnsaved}
              onTagging={setTagging}
              asked={asked}
              onAsked={() => setAsked(false)}
            />
          </div>
        )}
        {complete && place.tab === 'coverage' && <CoverageTab {...shared} />}
        {complete && place.tab === 'export' && <ExportTab {...shared} />}
      </div>
      {choosing && !away && (
        <Dialog label={i18n.t('header.change')} onClose={() => setChoosing(false)}>
          <Setup
            ladders={ladders}
            chosen={{ ladder: mine.ladder.id, level: mine.level }}
            onChoose={async (ladder, level) => {
              const { levels, subSkill } = place;
              const back = () => go({ levels, subSkill, ladder: place.ladder });
              await keepStanding(library, ladder, level, setNotice, back);
              setChoosing(false);
              go({ levels: null, subSkill: ladder === mine.ladder.id ? subSkill : null });
            }}
            onCancel={() => setChoosing(false)}
            onImport={() => void openOptions(IMPORT)}
          />
        </Dialog>
      )}
      {showKeys && !away && (
        <ViewKeys keys={panelKeys(place.tab, tagging)} onClose={() => setShowKeys(false)} />
      )}
      <Toast notice={notice} onClose={() => setNotice(null)} />
    </main>
  );
}

/** How much evidence there is, beside the tab's name and in words. */
function counted(count: number) {
  return { count, countWords: i18n.t('evidence.count', count, [figures(count)]) };
}
