import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ExportInclude } from '../../data/export/include';
import { Button } from '../common/Button';
import { COPY_DOCUMENT } from '../common/icons';
import { figures } from '../common/language';
import { useFocusKept } from '../common/use-focus-kept';
import { IncludeFields } from './IncludeFields';
import './export.css';

interface Props {
  shown: number;
  total: number;
  /** Whether a filter holds some evidence back. */
  narrowed: boolean;
  /** How much is of the review period; `null` where none is set, or the filter keeps to it already. */
  ofPeriod: number | null;
  include: ExportInclude;
  /** The Markdown, or its beginning. */
  preview: { text: string; whole: boolean };
  onInclude: (change: Partial<ExportInclude>) => void;
  onFilter: () => void;
  onEverything: () => void;
  onPeriod: () => void;
  onCopyDocument: () => void;
  onCopyMarkdown: () => void;
  onMarkdown: () => void;
  onCsv: () => void;
  onJson: () => void;
}

/** What will be exported, and the forms it can take. */
export function ExportView(props: Props) {
  const { shown, total, narrowed, ofPeriod, include, preview } = props;
  const extent = useRef<HTMLParagraphElement>(null);
  useFocusKept(extent, (all) => all.querySelector('button'));
  return (
    <div class="export room-body">
      <p ref={extent}>
        {narrowed
          ? i18n.t('export.some', total, [figures(shown), figures(total)])
          : i18n.t('export.all', total, [figures(total)])}{' '}
        <button type="button" class="link" onClick={narrowed ? props.onEverything : props.onFilter}>
          {narrowed ? i18n.t('export.everything') : i18n.t('export.narrow')}
        </button>
        {ofPeriod !== null && (
          <>
            {' · '}
            <button type="button" class="link" onClick={props.onPeriod}>
              {i18n.t('export.onlyPeriod', [figures(ofPeriod)])}
            </button>
          </>
        )}
      </p>
      <IncludeFields include={include} onChange={props.onInclude} />
      <div class="export-main">
        <Button look="primary" onClick={props.onCopyDocument} disabled={shown === 0}>
          {COPY_DOCUMENT} {i18n.t('export.copyDocument')}
        </Button>
        <p class="soft small">{i18n.t('export.copyDocumentHint')}</p>
      </div>
      <ul class="export-forms">
        <Form title={i18n.t('export.markdown')} hint={i18n.t('export.markdownHint')}>
          {(described) => (
            <>
              <Button {...described} onClick={props.onCopyMarkdown} disabled={shown === 0}>
                {i18n.t('export.copy')}
              </Button>
              <Button {...described} onClick={props.onMarkdown} disabled={shown === 0}>
                {i18n.t('export.save')}
              </Button>
            </>
          )}
        </Form>
        <Form title={i18n.t('export.csv')} hint={i18n.t('export.csvHint')}>
          {(described) => (
            <Button {...described} onClick={props.onCsv} disabled={shown === 0}>
              {i18n.t('export.save')}
            </Button>
          )}
        </Form>
        <Form title={i18n.t('export.json')} hint={i18n.t('export.jsonHint')}>
          {(described) => (
            <Button {...described} onClick={props.onJson}>
              {i18n.t('export.save')}
            </Button>
          )}
        </Form>
      </ul>
      {shown > 0 && (
        <section class="preview">
          <h2 class="label">{i18n.t(preview.whole ? 'export.preview' : 'export.previewCut')}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <pre tabIndex={0}>{preview.text}</pre>
        </section>
      )}
    </div>
  );
}

interface FormProps {
  title: string;
  hint: string;
  /** Its buttons: read out by themselves, those of all forms are called the same. */
  children: (described: { 'aria-describedby': string }) => ComponentChildren;
}

function Form({ title, hint, children }: FormProps) {
  const id = useId();
  return (
    <li>
      <div>
        <b id={id}>{title}</b>
        <p class="soft small">{hint}</p>
      </div>
      <div class="export-buttons">{children({ 'aria-describedby': id })}</div>
    </li>
  );
}
