import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useBackFrom } from '../../components/common/use-back-from';
import { TagPassage } from '../wiring/evidence/TagPassage';
import { useEscape } from '../wiring/keys/use-escape';
import { useHelpKey } from '../wiring/keys/use-help-key';
import { ViewKeys } from '../wiring/keys/ViewKeys';
import { ChooseLevel } from '../wiring/ladder/ChooseLevel';
import { useKeptMine } from '../wiring/ladder/use-kept-mine';
import { useLibrary } from '../wiring/ladder/use-library';
import { connect, type Host } from './connect';
import { HoverCard } from './HoverCard';
import { pickerKeys } from './picker-keys';
import { Refused } from './Refused';
import { useKeyboardTaken } from './use-keyboard-taken';
import { useScrollBar } from './use-scroll-bar';
import { useTabWithin } from './use-tab-within';

/** The small page beside a selection: tag it, or see what it is tagged with. */
export function Picker() {
  const [host, setHost] = useState<Host | null>(null);
  const library = useLibrary();
  const kept = useKeptMine(library);
  const [showKeys, setShowKeys] = useState(false);
  const [pasting, setPasting] = useState(false);
  const body = useRef<HTMLElement>(null);
  // Before the page says hello, after which it may be told at any time.
  const keyboardTaken = useKeyboardTaken();

  useEffect(() => {
    void connect().then(setHost);
  }, []);
  useEffect(() => {
    if (!host || !body.current) return undefined;
    const element = body.current;
    const observer = new ResizeObserver(() => host.resize(Math.ceil(element.offsetHeight)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [host, library]);

  useScrollBar(body, host && library);
  useEscape(host?.close);
  useTabWithin();
  const asks = library && !library.mine && host?.request.view !== 'evidence';
  useHelpKey(() => setShowKeys(!asks));
  const begun = useRef<HTMLDivElement>(null);
  useBackFrom(Boolean(host && asks), () =>
    begun.current?.querySelector<HTMLElement>('textarea, input, button'),
  );

  if (!host || !library) return null;
  const { request } = host;
  const settled = kept && { ...library, mine: kept };
  return (
    <main class={showKeys ? 'picker with-keys' : 'picker'} ref={body}>
      {!asks && (
        <h1 class="visually-hidden">
          {i18n.t(request.view === 'evidence' ? 'panel.evidence' : 'command.tag')}
        </h1>
      )}
      {asks && <ChooseLevel library={library} onCancel={host.close} />}
      <div class="kept" hidden={asks} ref={begun}>
        {request.view === 'evidence' ? (
          <HoverCard
            windowId={host.windowId}
            ladders={library.ladders}
            mine={library.mine?.ladder.id}
            ids={request.ids}
            byKey={request.byKey ?? false}
            onUnsaved={host.unsaved}
            onUndo={host.offersUndo}
            onClose={host.close}
          />
        ) : !settled ? null : request.view === 'tag' ? (
          <TagPassage
            library={settled}
            draft={request.draft}
            onUnsaved={host.unsaved}
            onDone={host.close}
            onLeave={host.leave}
          />
        ) : (
          <Refused
            library={settled}
            why={request.why}
            site={request.site}
            page={host.page}
            onAllow={host.allow}
            onPaste={() => setPasting(true)}
            onUnsaved={host.unsaved}
            onClose={host.close}
          />
        )}
      </div>
      {keyboardTaken && (
        <p class="keyboard-taken" role="alert">
          {i18n.t('picker.keyboardTaken')}
        </p>
      )}
      {showKeys && (
        <ViewKeys keys={pickerKeys(request.view, pasting)} onClose={() => setShowKeys(false)} />
      )}
    </main>
  );
}
