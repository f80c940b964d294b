import { i18n } from '#i18n';
import { Marked } from '../common/Marked';

interface Props {
  /** The address of the page, or whatever stands for it. */
  source: string;
  title: string;
  /** What to mark in the title, where something was searched for. */
  marks?: ((text: string) => readonly (readonly [number, number])[]) | undefined;
}

/** The document a passage stands in, to be opened where it has an address. */
export function Source({ source, title, marks }: Props) {
  const name = title && <Marked text={title} marks={marks?.(title)} />;
  if (!/^https?:/.test(source)) {
    return <p class="evidence-source soft small">{name || i18n.t('evidence.pasted')}</p>;
  }
  return (
    <p class="evidence-source small">
      <a href={source} target="_blank" rel="noreferrer" title={source} dir="auto">
        {name || source}
      </a>
    </p>
  );
}
