import type { PageReport } from '../../data/standing';

/** What each frame of a tab reports. */
export type Reports = Readonly<Record<number, PageReport>>;

/** With what a frame says now; it may say that it shows nothing any more. */
export function withFrame(before: Reports, frameId: number, report: PageReport | null): Reports {
  const { [frameId]: _old, ...rest } = before;
  return report ? { ...rest, [frameId]: report } : rest;
}

/** What frames other than these said. */
export function exceptOf(frames: readonly number[], reports: Reports): Reports {
  return only(reports, (id) => !frames.includes(id));
}

/** Without what frames said before and have not said anew since. */
export function withoutOld(reports: Reports, old: Reports): Reports {
  return only(reports, (id) => old[id] !== reports[id]);
}

function only(reports: Reports, holds: (frameId: number) => boolean): Reports {
  return Object.fromEntries(Object.entries(reports).filter(([id]) => holds(Number(id))));
}
