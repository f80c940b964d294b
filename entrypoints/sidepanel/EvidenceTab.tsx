import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EmptyState } from '../../components/common/EmptyState';
import { headingOf, useFocusKept } from '../../components/common/use-focus-kept';
import { EvidenceList } from '../../components/evidence/EvidenceList';
import { Filters } from '../../components/evidence/Filters';
import { DidYouMean } from '../../components/search/DidYouMean';
import { Heard } from '../../components/search/Heard';
import type { Evidence } from '../../data/evidence';
import { EVERYTHING, type EvidenceFilter } from '../../data/evidence/filter';
import { goToEvidence } from '../wiring/evidence/go-to-evidence';
import { PasteAndTag } from '../wiring/evidence/PasteAndTag';
import { TagPassage } from '../wiring/evidence/TagPassage';
import { useEvidenceActions } from '../wiring/evidence/use-evidence-actions';
import { useKeptDraft } from '../wiring/evidence/use-kept-draft';
import { useKeptEdits } from '../wiring/evidence/use-kept-edits';
import { useShortcuts } from '../wiring/keys/use-shortcuts';
import type { Draft } from '../wiring/messages/reading';
import { frontPageOf } from '../wiring/site/front-page';
import { useEvidenceKeys } from './evidence-keys';
import { LeftBehind } from './LeftBehind';
import { ListedEvidence } from './ListedEvidence';
import { NothingShown } from './NothingShown';
import { ThisPage } from './ThisPage';
import type { TabProps } from './tab-props';
import { useAnswer } from './use-answer';
import { useFoundWords } from './use-found-words';
import { usePage } from './use-page';

interface Props extends TabProps {
  /** Something is written here that is not stored; false once it is, or was given up. */
  onUnsaved: (unsaved: boolean) => void;
  /** The list has given way to a passage that is tagged; false once it is back, or has gone. */
  onTagging: (tagging: boolean) => void;
  /** The shortcut asked to tag what is selected in the page, until that was heard. */
  asked: boolean;
  onAsked: () => void;
}

/** The passage that is tagged: one that was read in the page, or one that is still to be pasted. */
type Tagging = Draft | 'pasted';

const NOTHING: readonly Evidence[] = [];

/** Every piece of evidence, and how those of the open page stand there now. */
export function EvidenceTab(props: Props) {
  const { library, evidence, complete, shown, search, place: control } = props;
  const { onNotice, onUnsaved } = props;
  const { place, go } = control;
  const [tagging, setTagging] = useState<Tagging | null>(null);
  const [isEdited, setEdited] = useState(false);
  const unsaved = useRef({ edited: false, tagging: false });
  const noteUnsaved = (change: Partial<typeof unsaved.current>) => {
    Object.assign(unsaved.current, change);
    onUnsaved(unsaved.current.edited || unsaved.current.tagging);
  };
  const shortcut = useShortcuts().find(({ name }) => name === 'tag')?.shortcut;
  const actions = useEvidenceActions(onNotice);
  const page = usePage(complete ? evidence : NOTHING);
  // Whichever page is looked at meanwhile, what is typed belongs to the one it was begun over.
  const begunOver = useRef('');
  const kept = useKeptDraft(tagging === 'pasted' ? begunOver.current : (page.url ?? ''));
  const edits = useKeptEdits();
  const editing = isEdited || edits.begun.length > 0;
  const field = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const begun = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was pressed to get here has gone with what it stood in.
    if (place.tab !== 'evidence' || document.activeElement !== document.body) return;
    const home = tagging
      ? begun.current?.querySelector<HTMLElement>('textarea, input')
      : field.current;
    home?.focus({ preventScroll: true });
  }, [place.tab, tagging]);
  // Where others are left, the next of them goes on with it. Not the field: there, the keys that
  // bring back what was deleted are its own.
  const wasEmpty = useRef(false);
  useFocusKept(body, (all) => {
    if (shown.length === 0) return headingOf(all);
    return wasEmpty.current ? all.querySelector<HTMLElement>('.evidence') : null;
  });
  useLayoutEffect(() => {
    wasEmpty.current = shown.length === 0;
  });
  useEffect(() => {
    props.onTagging(tagging !== null);
    return () => props.onTagging(false);
  }, [tagging]);
  useEvidenceKeys({
    active: place.tab === 'evidence' && !tagging,
    container: body,
    home: field,
    onGoTo: (id) => {
      const one = evidence.find((known) => known.id === id);
      if (one) void goToEvidence(one, onNotice);
    },
  });
  const { searching, growing, marks, meant, answer } = useAnswer(place.filter, search, complete);
  const { count, heardOf, heard } = useFoundWords({
    filter: place.filter,
    shown,
    evidence,
    complete,
    growing,
    meant,
  });
  const isGone = ({ id }: Evidence) => complete && !evidence.some((one) => one.id === id);
  const narrow = (filter: EvidenceFilter) => {
    go({ filter });
    // What was pressed to get here may be gone with what it stood under.
    field.current?.focus({ preventScroll: true });
  };

  const form = {
    library,
    onUnsaved: (is: boolean) => noteUnsaved({ tagging: is }),
    onDone: () => setTagging(null),
  };

  return (
    <>
      {tagging && (
        <div class="room-body padded" ref={begun}>
          {tagging === 'pasted' ? (
            <PasteAndTag
              page={frontPageOf(page.url, page.title)}
              draft={kept.draft}
              onTyped={kept.keep}
              {...form}
            />
          ) : (
            <TagPassage draft={tagging} {...form} />
          )}
        </div>
      )}
      {/* What is half written into a piece of evidence is there again afterwards. */}
      <div class="kept" hidden={tagging !== null}>
        <div class="room-top">
          <Filters
            filter={place.filter}
            ladders={library.ladders}
            mine={library.mine.ladder.id}
            evidence={complete ? evidence : undefined}
            page={page.document}
            inputRef={field}
            onFilter={(filter) => go({ filter })}
          />
          {meant && (
            <DidYouMean
              words={meant}
              onQuery={(words) => narrow({ ...place.filter, id: null, query: words })}
            />
          )}
          <Heard of={heardOf} words={heard} />
        </div>
        <div class="room-body" ref={body}>
          <ThisPage
            page={page}
            onTag={setTagging}
            onPaste={() => {
              begunOver.current = page.url ?? '';
              setTagging('pasted');
            }}
            hasDraft={kept.draft !== null}
            asked={props.asked}
            onAsked={props.onAsked}
            onNotice={onNotice}
          >
            <LeftBehind
              page={page}
              evidence={complete ? evidence : NOTHING}
              onMove={actions.move}
              onNotice={onNotice}
            />
          </ThisPage>
          {evidence.length === 0 && complete && !editing ? (
            <EmptyState
              title={i18n.t('evidence.none')}
              text={
                shortcut
                  ? i18n.t('evidence.noneHint', [shortcut])
                  : i18n.t('evidence.noneHintNoKey')
              }
            />
          ) : shown.length === 0 && !growing && !editing ? (
            <NothingShown
              filter={place.filter}
              held={evidence.length}
              onEverything={() => narrow(EVERYTHING)}
            />
          ) : (
            <>
              {place.filter.id !== null && (
                <p class="list-count small">
                  {i18n.t('filter.onlyOne')}{' '}
                  <button type="button" class="link" onClick={() => narrow(EVERYTHING)}>
                    {i18n.t('filter.clear')}
                  </button>
                </p>
              )}
              <p class="list-count soft small">{count}</p>
              <EvidenceList
                evidence={shown}
                of={place.filter}
                answer={answer}
                growing={growing}
                searching={searching}
                far={place.scroll > 0}
                begun={edits.begun}
                onUnsaved={(is) => {
                  setEdited(is);
                  noteUnsaved({ edited: is });
                }}
                item={(one, key, onUnsaved) => (
                  <ListedEvidence
                    key={key}
                    seat={key}
                    evidence={one}
                    onUnsaved={onUnsaved}
                    {...{ library, marks, page, edits, actions, isGone, onNotice }}
                  />
                )}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}
