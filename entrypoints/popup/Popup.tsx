import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { useBackFrom } from '../../components/common/use-back-from';
import { Setup } from '../../components/setup/Setup';
import { PasteAndTag } from '../wiring/evidence/PasteAndTag';
import { useKeptDraft } from '../wiring/evidence/use-kept-draft';
import { useEscape } from '../wiring/keys/use-escape';
import { ChooseLevel } from '../wiring/ladder/ChooseLevel';
import { useKeptMine } from '../wiring/ladder/use-kept-mine';
import { type Library, useLibrary } from '../wiring/ladder/use-library';
import type { Unreached } from '../wiring/messages/reading';
import { keepStanding } from '../wiring/saving/keep-standing';
import { useFrontPage } from '../wiring/site/front-page';
import { IMPORT, openOptions } from '../wiring/view/open-options';
import { useNotice } from '../wiring/view/use-notice';
import { refusalWords } from '../wiring/words/refusal-words';
import { LookUp } from './LookUp';
import './popup.css';

/** The popup: look something up and be gone. What takes longer happens in the side panel. */
export function Popup({ refused: fromStart }: { refused: Unreached | null }) {
  const library = useLibrary();
  const kept = useKeptMine(library);
  const page = useFrontPage();
  const { draft, isRead, keep } = useKeptDraft(page.url);
  const [refused, setRefused] = useState(fromStart);
  const [pasting, setPasting] = useState(fromStart !== null);
  const [choosing, setChoosing] = useState(false);
  const [notice, setNotice] = useNotice();
  useEffect(() => {
    // A tab that has gone took its mark with it.
    if (fromStart) clearMark().catch(() => undefined);
  }, [fromStart]);
  useEscape();
  const begun = useRef<HTMLElement>(null);
  const asks = library !== undefined && !library.mine;
  useBackFrom(asks, () => begun.current?.querySelector('textarea'));

  if (!library) return null;
  const { ladders, mine, settings } = library;
  if (pasting && kept) {
    if (!isRead || !page.known) return null;
    return (
      <>
        {asks && <Ask library={library} />}
        <main class="refused" hidden={asks} ref={begun}>
          <h1 class="visually-hidden">{i18n.t('page.paste')}</h1>
          {refused && <p>{refusalWords(refused)}</p>}
          <PasteAndTag
            library={{ ladders, mine: kept, settings }}
            page={page}
            draft={draft}
            onTyped={keep}
            onDone={() => setPasting(false)}
          />
        </main>
      </>
    );
  }
  if (!mine) return <Ask library={library} />;
  if (choosing) {
    return (
      <main class="popup-setup">
        <h1 class="visually-hidden">{i18n.t('header.change')}</h1>
        <Setup
          ladders={ladders}
          chosen={{ ladder: mine.ladder.id, level: mine.level }}
          onChoose={(ladder, level) =>
            keepStanding({ ladders, mine, settings }, ladder, level, setNotice).then(() =>
              setChoosing(false),
            )
          }
          onCancel={() => setChoosing(false)}
          onImport={() => void openOptions(IMPORT).then(() => window.close())}
        />
      </main>
    );
  }
  return (
    <main>
      <h1 class="visually-hidden">{i18n.t('options.title')}</h1>
      <LookUp
        ladders={ladders}
        mine={mine}
        page={page}
        hasDraft={draft !== null}
        notice={notice}
        onNotice={setNotice}
        onChange={() => setChoosing(true)}
        onPaste={() => {
          setRefused(null);
          setPasting(true);
        }}
        onRefused={(why) => {
          setRefused(why);
          setPasting(true);
        }}
      />
    </main>
  );
}

function Ask({ library }: { library: Library }) {
  return (
    <main class="popup-setup">
      <ChooseLevel library={library} />
    </main>
  );
}

async function clearMark(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  await browser.action.setBadgeText({ tabId: tab.id, text: '' });
  await browser.action.setPopup({ tabId: tab.id, popup: '/popup.html' });
}
