import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { sayChosen } from '../../components/common/chosen';
import { HIDE, PASTE, SHOW, TAG } from '../../components/common/icons';
import { figures } from '../../components/common/language';
import type { Notice } from '../../components/common/Toast';
import { useFocusKept } from '../../components/common/use-focus-kept';
import { useShortcuts } from '../wiring/keys/use-shortcuts';
import type { Draft } from '../wiring/messages/reading';
import { SiteSwitch } from '../wiring/site/SiteSwitch';
import { trying } from '../wiring/view/trying';
import { refusalNotice } from '../wiring/words/refusal-notice';
import type { TabProps } from './tab-props';
import type { Page } from './use-page';

interface Props {
  page: Page;
  /** What is selected in the page was read, to be tagged. */
  onTag: (draft: Draft) => void;
  onPaste: () => void;
  /** A passage was pasted there, and not saved. */
  hasDraft: boolean;
  /** The shortcut asked for that. */
  asked: boolean;
  /** It was heard. */
  onAsked: () => void;
  onNotice: TabProps['onNotice'];
  /** What is asked about the page. */
  children?: ComponentChildren;
}

/** What can be done with the page in front: tag in it, show its evidence, always show it. */
export function ThisPage(props: Props) {
  const { page, onTag, onPaste, hasDraft, asked, onAsked, onNotice, children } = props;
  const shortcut = useShortcuts().find(({ name }) => name === 'tag')?.shortcut ?? '';

  /** What was said last of what is missing. */
  const missing = useRef<Notice | null>(null);
  const sayMissing = (notice: Notice) => {
    missing.current = notice;
    onNotice(notice);
  };
  const askForGesture = () =>
    sayMissing({ text: i18n.t('page.needsGesture', [shortcut || i18n.t('page.noShortcut')]) });
  // A page cannot be given the keyboard from here, so its picker would have to do without.
  const tag = trying(onNotice, async () => {
    const reply = await page.readSelection();
    if (!reply) return askForGesture();
    if (!reply.ok) return sayMissing(refusalNotice(reply, onPaste));
    // It is there now; what else was said is not over.
    onNotice((before) => (before === missing.current ? null : before));
    onTag(reply.draft);
  });
  const known = page.tabId !== undefined;
  useEffect(() => {
    if (!asked || !known) return;
    onAsked();
    void tag();
  }, [asked, known]);
  const toggle = trying(onNotice, async () => {
    sayChosen();
    if (page.report) return page.hide();
    if (!(await page.show())) askForGesture();
  });

  const section = useRef<HTMLElement>(null);
  // With what is answered its buttons go.
  useFocusKept(section, (all) => all.querySelector('button'));

  return (
    <section ref={section} class="this-page" aria-label={i18n.t('page.title')}>
      <div>
        <p class="label">{i18n.t('page.title')}</p>
        <p class="this-page-title">
          {page.title ||
            (page.url ?? i18n.t('page.unknown', [shortcut || i18n.t('page.noShortcut')]))}
          {page.here.length > 0 && (
            <span class="soft small">
              {' '}
              · {i18n.t('evidence.count', page.here.length, [figures(page.here.length)])}
            </span>
          )}
        </p>
        {children}
      </div>
      <div class="this-page-actions">
        <Button look="primary" onClick={tag} {...(shortcut ? { title: shortcut } : {})}>
          {TAG} {i18n.t('page.tag')}
        </Button>
        {page.here.length > 0 && (
          <Button onClick={toggle}>
            {page.report ? HIDE : SHOW}
            {page.report ? i18n.t('page.hide') : i18n.t('page.show')}
          </Button>
        )}
        <Button look="quiet" onClick={onPaste}>
          {PASTE} {i18n.t(hasDraft ? 'page.pasteGoOn' : 'page.paste')}
        </Button>
      </div>
      <SiteSwitch tabId={page.tabId} url={page.url} />
    </section>
  );
}
