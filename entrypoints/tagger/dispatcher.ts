import type { Probe, ReadReply } from '../wiring/messages/reading';
import type { TaggerMessage } from '../wiring/messages/tagger';
import type { EarlierPlaces } from './earlier-places';
import { onMessage } from './on-message';
import type { OwnEvidence } from './own-evidence';
import { showPicker } from './picker/host';
import type { Session } from './session';
import { knowShortcuts } from './shortcuts';
import { isTakenBack } from './site';
import { hasSelection, isBeingWritten } from './surfaces/choose';
import { focusedFrame, isUserHere, unreachable } from './unreachable';

/** What answers in this frame. */
interface Frame {
  readonly session: Session;
  readonly own: OwnEvidence;
  readonly earlier: EarlierPlaces;
  /** Ends all that Rung does here. */
  readonly leave: () => void;
}

/** Answers what the extension asks of this frame, until aborted. */
export function listen(frame: Frame, signal: AbortSignal): void {
  onMessage((message) => (isForTagger(message) ? answer(message, frame) : undefined), signal);
}

function isForTagger(message: unknown): message is TaggerMessage {
  return (message as Partial<TaggerMessage> | null)?.to === 'tagger';
}

/** A promise of the answer; `undefined` leaves the answer to another frame. */
function answer(message: TaggerMessage, { session, own, earlier, leave }: Frame): unknown {
  switch (message.type) {
    case 'probe':
      // Asked of every frame, before one of them reads: what is read in it belongs to the page.
      earlier.noteAsked();
      return Promise.resolve(probe());
    case 'read':
      knowShortcuts(message.shortcuts);
      return read(message, session, isBeingWritten(document) ? earlier.since : undefined);
    case 'show':
      // A page that was busy until now gets to it when the user was told already that it does not answer.
      if (message.until !== undefined && Date.now() > message.until) return undefined;
      showPicker(message.request, message.box, message.near, {
        leadOut: session.leadOut,
        boxesOf: (ids) => session.boxesOf(ids),
      });
      // No answer at all means that this page is too busy to show it.
      return Promise.resolve(true);
    case 'paint':
      return own.show(message.records);
    case 'repaint':
      return own.showAgain(message);
    case 'changed':
      void own.showOwn();
      return undefined;
    case 'unpaint':
      return own.hide(message.document);
    case 'taken-back':
      // The panel hears of it before nobody is here to tell it.
      if (isTakenBack(message.origins, message.allowed)) void session.show([]).then(leave);
      return undefined;
    case 'report':
      return session.report();
    case 'earlier':
      return earlier.whenSettled();
    case 'stand':
      return session.stand(message.records);
    case 'settle':
      earlier.settle(message.filed);
      return undefined;
    case 'go-to':
      return session.goTo(message.record, message.sure);
    default:
      // The picker hears for itself, for as long as it is there.
      return undefined;
  }
}

/** Reads what is selected, and says since when the page has its address where the user writes that there. */
async function read(
  { source, title }: Extract<TaggerMessage, { type: 'read' }>,
  session: Session,
  writtenSince: number | undefined,
): Promise<ReadReply> {
  const reply = await session.read(source, title);
  return reply.ok && writtenSince !== undefined ? { ...reply, writtenSince } : reply;
}

/**
 * A document counts as focused while a frame in it is; here only the innermost does. A selection
 * left behind here does not count while the user is in a frame nobody can look into.
 */
function probe(): Probe {
  const closed = unreachable(document);
  const isOpen = closed.unreachable === undefined;
  return {
    isTop: window === window.top,
    takesPicker: document.createElement('div') instanceof HTMLElement,
    focused: document.hasFocus() && (!isOpen || !focusedFrame(document)),
    isUserHere: isUserHere(),
    hasSelection: isOpen && hasSelection(document),
    ...closed,
  };
}
