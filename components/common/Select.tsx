import type { ComponentChildren, JSX } from 'preact';
import './select.css';

interface Props extends JSX.HTMLAttributes<HTMLSelectElement> {
  value: string | undefined;
  /** What is chosen, as its option says it. */
  words: string;
  /** The options. */
  children: ComponentChildren;
}

/**
 * A field to choose from that shows the whole of what is chosen, in as many lines as that takes. The
 * browser's own cuts it at the end of one line, where names that begin alike look the same.
 */
export function Select({ words, children, ...rest }: Props) {
  return (
    <span class="select">
      <select {...rest}>{children}</select>
      <span class="select-words" data-words={words} aria-hidden="true" />
    </span>
  );
}
