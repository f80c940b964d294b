import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { IconButton } from '../../components/common/Button';
import { KEYS, OPTIONS, PANEL, TAG } from '../../components/common/icons';
import { type Notice, Toast } from '../../components/common/Toast';
import { Header } from '../../components/Header';
import type { Ladder } from '../../data/ladder';
import { placeHash } from '../../data/panel-place';
import { useLadderKeys } from '../wiring/keys/ladder-keys';
import { useHelpKey } from '../wiring/keys/use-help-key';
import { ViewKeys } from '../wiring/keys/ViewKeys';
import type { Unreached } from '../wiring/messages/reading';
import { SiteSwitch } from '../wiring/site/SiteSwitch';
import type { InTab } from '../wiring/site/use-told-too-late';
import { openOptions } from '../wiring/view/open-options';
import { openPanel } from '../wiring/view/panel';
import { trying } from '../wiring/view/trying';
import type { Say } from '../wiring/view/use-notice';
import { Search } from './Search';
import { useFirstFocus } from './use-first-focus';

interface Props {
  ladders: readonly Ladder[];
  mine: { ladder: Ladder; level: string };
  /** The page in front. */
  page: InTab;
  /** A passage was pasted there and not saved. */
  hasDraft: boolean;
  notice: Notice | null;
  onNotice: Say;
  onChange: () => void;
  onPaste: () => void;
  /** Nothing came of the page in front. */
  onRefused: (why: Unreached) => void;
}

/** The popup once the user has said where they stand: look something up, or begin to tag. */
export function LookUp(props: Props) {
  const { ladders, mine, page, hasDraft, onChange, onPaste, onRefused } = props;
  const { notice, onNotice: setNotice } = props;
  const [showKeys, setShowKeys] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const windowId = useWindowId();
  useFirstFocus(input);

  /** Stays until word is left of where the panel shall be, which may go with this page. */
  const openAndClose = async (place?: string) => {
    if (await openPanel({ windowId }, place)) window.close();
    else setNotice({ text: i18n.t('panel.openYourself') });
  };
  const open = (ladder: string, subSkill: string, levels: readonly string[] = []) =>
    void openAndClose(placeHash('ladder', ladder, subSkill, ...levels));
  const { copyText } = useLadderKeys({
    ladders,
    mine,
    container: list,
    home: input,
    onNotice: setNotice,
  });
  useHelpKey(() => setShowKeys(true));

  const tag = trying(setNotice, async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return;
    const unreached: Unreached | null = await browser.runtime.sendMessage({
      to: 'background',
      type: 'tag',
      tabId: tab.id,
    });
    if (unreached) onRefused(unreached);
    else window.close();
  });

  return (
    <div class="popup">
      <Search
        ladders={ladders}
        mine={mine}
        input={input}
        list={list}
        header={
          <Header ladder={mine.ladder} level={mine.level} onChange={onChange}>
            <IconButton label={i18n.t('page.tag')} onClick={tag}>
              {TAG}
            </IconButton>
            <IconButton label={i18n.t('command.panel')} onClick={() => void openAndClose()}>
              {PANEL}
            </IconButton>
            <IconButton label={i18n.t('keys.show')} onClick={() => setShowKeys(true)}>
              {KEYS}
            </IconButton>
            <IconButton
              label={i18n.t('panel.options')}
              onClick={() => void openOptions().then(() => window.close())}
            >
              {OPTIONS}
            </IconButton>
          </Header>
        }
        onOpen={open}
        onCopy={copyText}
      />
      <div class="popup-site">
        <SiteSwitch tabId={page.tabId} url={page.url} />
      </div>
      <footer class="key-line">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {i18n.t('keys.move')}
        </span>
        <span>
          <kbd>Enter</kbd> {i18n.t('keys.open')}
        </span>
        <span>
          <kbd>c</kbd> {i18n.t('keys.copy')}
        </span>
        <span>
          <kbd>l</kbd> {i18n.t('keys.link')}
        </span>
        <button type="button" class="link" onClick={onPaste}>
          {i18n.t(hasDraft ? 'page.pasteGoOn' : 'page.paste')}
        </button>
      </footer>
      {showKeys && <ViewKeys keys={popupKeys()} onClose={() => setShowKeys(false)} />}
      <Toast notice={notice} onClose={() => setNotice(null)} />
    </div>
  );
}

const popupKeys = () =>
  [
    ['↑ ↓', i18n.t('keys.moveLong')],
    ['Enter', i18n.t('keys.openLong')],
    ['c', i18n.t('keys.copyLong')],
    ['l', i18n.t('keys.linkLong')],
    ['Esc', i18n.t('keys.escPopupLong')],
    ['?', i18n.t('keys.helpLong')],
  ] as const;

/** The panel opens only inside the gesture, so its window must be known before. */
function useWindowId(): number {
  const [id, setId] = useState<number>(browser.windows.WINDOW_ID_CURRENT);
  useEffect(() => {
    // Where it is not known, the browser's own number for "the current window" has to do.
    browser.windows.getCurrent().then(
      (window) => window.id !== undefined && setId(window.id),
      () => undefined,
    );
  }, []);
  return id;
}
