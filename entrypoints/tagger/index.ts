import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground, tellPanel } from './ask';
import { boxInTop } from './boxes';
import { listen } from './dispatcher';
import { watchHover } from './hover';
import { becomeTheInstance, isConnected } from './instance';
import type { PageRecord } from './messages';
import { watchNavigation } from './navigation';
import { Session } from './session';
import { isGoogleDocsInput } from './surfaces/google-docs';

export default defineUnlistedScript(() => {
  if (isGoogleDocsInput()) return;
  const end = becomeTheInstance();
  if (end) start(end);
});

function start(end: AbortController): void {
  const { signal } = end;
  let checkAddress = () => {};
  const onRead = () => {
    if (isConnected()) checkAddress();
    else end.abort();
  };
  const session = new Session({ onRead, onNews: tellPanel });
  signal.addEventListener('abort', () => session.dispose(), { once: true });

  const showOwn = async () => {
    const reply = (await askBackground({ to: 'background', type: 'page-records' })) as
      | { readonly records: readonly PageRecord[] }
      | null
      | undefined;
    if (reply && !signal.aborted) await session.show(reply.records);
    else if (session.showing) await session.show([]);
  };

  checkAddress = watchNavigation(showOwn, signal);
  listen(session, signal);
  watchHover(
    (x, y) => {
      const ids = session.showing ? session.idsAt(x, y) : [];
      const box = ids[0] === undefined ? null : boxInTop(session.rectOf(ids[0]));
      return box && { ids, box };
    },
    ({ ids, box }) => askBackground({ to: 'background', type: 'hover', ids, box }),
    signal,
  );
  showOwn();
}
