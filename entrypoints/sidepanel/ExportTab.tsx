import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../components/common/Button';
import { EmptyState } from '../../components/common/EmptyState';
import { ExportView } from '../../components/export/ExportView';
import { localDay, withinDays } from '../../data/days';
import { dayOf } from '../../data/evidence/day';
import { EVERYTHING, narrowings } from '../../data/evidence/filter';
import { toCsv } from '../../data/export/csv';
import { toDocument } from '../../data/export/document';
import { type ExportInclude, includeOf } from '../../data/export/include';
import { toMarkdown } from '../../data/export/markdown';
import { mineFirst } from '../../data/library';
import { periodOf } from '../../data/review-period';
import { backupText } from '../wiring/saving/backup';
import { copy } from '../wiring/saving/clipboard';
import { download } from '../wiring/saving/download';
import { keepSettings } from '../wiring/saving/keep-settings';
import { exportWords } from '../wiring/words/export-words';
import { exportedDays } from '../wiring/words/exported-days';
import { failureNotice } from '../wiring/words/failure-notice';
import { readFailureWords } from '../wiring/words/failure-words';
import type { TabProps } from './tab-props';

/** How much of the Markdown the preview shows, characters; all of it is exported. */
const PREVIEW = 6000;

/** Takes what the evidence list shows out of Rung. */
export function ExportTab({ library, evidence, shown, place: control, onNotice }: TabProps) {
  const { settings, mine } = library;
  // Whoever reads it judges by that one; what was tagged on another comes after it.
  const ladders = useMemo(() => mineFirst(library.ladders, mine.ladder.id), [library]);
  const { place, go } = control;
  const period = periodOf(settings);
  const isKept = period?.from === place.filter.from && period?.to === place.filter.to;
  const ofPeriod = useMemo(() => {
    const isWithin = period && withinDays(period);
    return isWithin && evidence.filter((one) => isWithin(dayOf(one))).length;
  }, [evidence, settings]);
  // What was chosen counts also where it cannot be kept, or is kept only a moment later.
  const [chosen, setChosen] = useState<Partial<ExportInclude>>({});
  const include: ExportInclude = { ...includeOf(settings), ...chosen };
  const input = () => ({
    ladders,
    evidence: shown,
    exportedAt: new Date(),
    days: exportedDays(place.filter, period),
    include,
    words: exportWords(),
  });
  const preview = useMemo(
    () => beginning(toMarkdown(input())),
    [shown, ladders, settings, place.filter, include.expectations, include.notes],
  );
  const name = `rung-evidence-${localDay(new Date())}`;

  if (evidence.length === 0) {
    return (
      <EmptyState
        title={i18n.t('export.none')}
        text={i18n.t('export.noneHint')}
        action={
          <Button look="primary" onClick={() => go({ tab: 'evidence' })}>
            {i18n.t('export.toEvidence')}
          </Button>
        }
      />
    );
  }

  const exporting = (work: () => Promise<void> | void, done?: string) => {
    Promise.resolve()
      .then(work)
      .then(
        () => done && onNotice({ text: done }),
        (error) => onNotice(failureNotice(error, readFailureWords)),
      );
  };
  const choose = (change: Partial<ExportInclude>) => {
    setChosen({ ...chosen, ...change });
    const { expectations: exportExpectations, notes: exportNotes } = change;
    keepSettings({
      ...(exportExpectations !== undefined && { exportExpectations }),
      ...(exportNotes !== undefined && { exportNotes }),
    }).catch((error: Error) => onNotice({ text: error.message, tone: 'error' }));
  };
  return (
    <ExportView
      shown={shown.length}
      total={evidence.length}
      narrowed={narrowings(place.filter) > 0}
      ofPeriod={isKept ? null : ofPeriod}
      include={include}
      preview={preview}
      onInclude={choose}
      onFilter={() => go({ tab: 'evidence' })}
      onEverything={() => go({ filter: EVERYTHING })}
      onPeriod={() => go({ filter: { ...EVERYTHING, ...period } })}
      onCopyDocument={() =>
        exporting(() => {
          const { html, text } = toDocument(input());
          return copy(text, html);
        }, i18n.t('export.copiedDocument'))
      }
      onCopyMarkdown={() =>
        exporting(() => copy(toMarkdown(input())), i18n.t('export.copiedMarkdown'))
      }
      onMarkdown={() =>
        exporting(() => download(`${name}.md`, 'text/markdown', toMarkdown(input())))
      }
      onCsv={() => exporting(() => download(`${name}.csv`, 'text/csv', toCsv(input())))}
      onJson={() =>
        exporting(async () => download(`${name}.json`, 'application/json', await backupText()))
      }
    />
  );
}

/** As much of a text as is shown, to the end of a line. */
function beginning(text: string): { text: string; whole: boolean } {
  if (text.length <= PREVIEW) return { text, whole: true };
  return { text: text.slice(0, text.lastIndexOf('\n', PREVIEW)), whole: false };
}
