import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { OwnAnswer } from '../wiring/messages/records';
import { askBackground, tellPanel } from './ask';
import { listen } from './dispatcher';
import { EarlierPlaces } from './earlier-places';
import { watchHover } from './hover';
import { becomeTheInstance, isConnected } from './instance';
import { watchFrames } from './later-frames';
import {
  addressOfPage,
  watchNavigation,
  whenBegun,
  whenGoneBackTo,
  whenInFront,
} from './navigation';
import { whenOpenedAnew } from './opened-anew';
import { OwnEvidence } from './own-evidence';
import { closePicker, closeUnlessUnsaved } from './picker/host';
import { whenReturnedTo } from './returned-to';
import { Session } from './session';
import { isInputElsewhere } from './surfaces/choose';

export default defineUnlistedScript(() => {
  if (isInputElsewhere()) return;
  const end = becomeTheInstance();
  if (end) whenBegun(() => start(end), end.signal);
});

function start(end: AbortController): void {
  const { signal } = end;
  let checkAddress = () => {};
  // Nobody tells of it: what is painted would stay after Rung was switched off.
  const endIfAlone = () => isConnected() || end.abort();
  const onChanged = () => {
    endIfAlone();
    checkAddress();
  };
  const frames = watchFrames(
    () => session.showing,
    () => askBackground({ to: 'background', type: 'frames' }),
    signal,
  );
  const session = new Session({
    onChanged,
    onRead: frames.count,
    onNews: tellPanel,
    onRoot: frames.lookInto,
  });
  signal.addEventListener(
    'abort',
    () => {
      session.dispose();
      // Its page went with the extension. As long as it can be reached, a form in it still works.
      if (isConnected()) closeUnlessUnsaved();
      else closePicker();
    },
    { once: true },
  );

  const ask = async () => {
    const reply = await askBackground({ to: 'background', type: 'page-records' });
    return signal.aborted ? null : (reply as OwnAnswer | null | undefined);
  };
  const own = new OwnEvidence(session, ask, addressOfPage);

  const earlier = new EarlierPlaces();
  checkAddress = watchNavigation((from) => {
    earlier.leave(from, session.found(), own.hasAny);
    void own.showOwn();
  }, signal);
  listen({ session, own, earlier, leave: () => end.abort() }, signal);
  watchHover(
    (x, y) => session.hoveredAt(x, y),
    (hovered) => askBackground({ to: 'background', type: 'hover', ...hovered }),
    signal,
  );
  // It is as it was left, with what was its evidence then.
  whenGoneBackTo(() => void own.showOwn(), signal);
  whenOpenedAnew(() => session.listenAnew(), signal);
  whenReturnedTo(endIfAlone, signal);
  whenInFront(() => own.showOwn(), signal);
}
