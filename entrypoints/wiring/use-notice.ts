import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Notice } from '../../components/common/Toast';

/** Long enough to read a line and reach for "Undo". */
const STAYS_MS = 6000;

/** The one notice of a surface: the newest, gone by itself unless it is an error. */
export function useNotice(): [Notice | null, (notice: Notice | null) => void] {
  const [notice, setNotice] = useState<Notice | null>(null);
  useEffect(() => {
    if (!notice || notice.tone === 'error') return undefined;
    const timer = setTimeout(() => setNotice(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice, useCallback(setNotice, [])];
}
