import { useState } from 'preact/hooks';
import type { Notice } from '../../../components/common/Toast';

/** Says something, or something that depends on what is being said now. */
export type Say = (notice: Notice | null | ((before: Notice | null) => Notice | null)) => void;

/** The one notice of a view: the newest. `Toast` shows it and lets it go. */
export function useNotice(): [Notice | null, Say] {
  return useState<Notice | null>(null);
}
