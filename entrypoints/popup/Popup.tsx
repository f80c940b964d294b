import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Setup } from '../../components/setup/Setup';
import { keepSettings } from '../wiring/change-settings';
import { useFrontPage } from '../wiring/front-page';
import { PasteAndTag } from '../wiring/PasteAndTag';
import { useLibrary } from '../wiring/use-library';
import { LookUp } from './LookUp';
import './popup.css';

/** The popup: look something up and be gone. What takes longer happens in the side panel. */
export function Popup({ refused: fromStart }: { refused: boolean }) {
  const library = useLibrary();
  const page = useFrontPage();
  const [refused, setRefused] = useState(fromStart);
  const [pasting, setPasting] = useState(fromStart);
  const [choosing, setChoosing] = useState(false);
  useEffect(() => {
    if (fromStart) void clearMark();
  }, [fromStart]);

  if (!library) return null;
  const { ladders, mine, settings } = library;
  if (!mine || choosing) {
    return (
      <div class="popup-setup">
        <Setup
          ladders={ladders}
          chosen={mine && { ladder: mine.ladder.id, level: mine.level }}
          onChoose={(ladder, level) =>
            keepSettings({ ladder, level }).then(() => setChoosing(false))
          }
          {...(mine ? { onCancel: () => setChoosing(false) } : {})}
        />
      </div>
    );
  }
  if (pasting) {
    return (
      <div class="refused">
        {refused && <p>{i18n.t('refusal.noAccess')}</p>}
        <PasteAndTag
          library={{ ladders, mine, settings }}
          page={page}
          onDone={() => setPasting(false)}
        />
      </div>
    );
  }
  return (
    <LookUp
      ladders={ladders}
      mine={mine}
      onChange={() => setChoosing(true)}
      onPaste={() => {
        setRefused(false);
        setPasting(true);
      }}
      onRefused={() => {
        setRefused(true);
        setPasting(true);
      }}
    />
  );
}

async function clearMark(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  await browser.action.setBadgeText({ tabId: tab.id, text: '' });
  await browser.action.setPopup({ tabId: tab.id, popup: '/popup.html' });
}
