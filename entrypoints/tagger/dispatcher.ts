import { browser } from 'wxt/browser';
import type { Probe, TaggerMessage } from './messages';
import { handlePickerMessage, showPicker } from './picker-host';
import type { Session } from './session';
import { hasSelection } from './surfaces/choose';

/** Answers what the extension asks of this frame, until aborted. */
export function listen(session: Session, signal: AbortSignal): void {
  const listener = (message: unknown): unknown => {
    if (!isForTagger(message)) return undefined;
    return answer(message, session);
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener(
    'abort',
    () => {
      try {
        browser.runtime.onMessage.removeListener(listener as never);
      } catch {
        // The extension was updated: its listeners went with it.
      }
    },
    { once: true },
  );
}

function isForTagger(message: unknown): message is TaggerMessage {
  return (message as Partial<TaggerMessage> | null)?.to === 'tagger';
}

/** A promise of the answer; `undefined` leaves the answer to another frame. */
function answer(message: TaggerMessage, session: Session): unknown {
  switch (message.type) {
    case 'probe':
      return Promise.resolve(probe());
    case 'read':
      return session.read(message.source, message.title);
    case 'show':
      return Promise.resolve(showPicker(message.request, message.box));
    case 'paint':
      return session.show(message.records);
    case 'unpaint':
      return session.show([]);
    case 'report':
      return session.report();
    case 'go-to':
      return session.goTo(message.record);
    default:
      return handlePickerMessage(message);
  }
}

function probe(): Probe {
  return {
    isTop: window === window.top,
    focused: document.hasFocus(),
    hasSelection: hasSelection(document),
  };
}
