import type { Notice } from '../../../components/common/Toast';
import { failureNotice } from '../words/failure-notice';

/** What a button does, which says so where it fails: the tab may be closed, the storage unreadable. */
export function trying(
  say: (notice: Notice) => void,
  work: () => Promise<unknown>,
): () => Promise<void> {
  return async () => {
    try {
      await work();
    } catch (error) {
      say(failureNotice(error));
    }
  };
}
