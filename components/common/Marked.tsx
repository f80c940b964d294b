import type { VNode } from 'preact';

interface Props {
  text: string;
  /** Stretches of `text` to mark: UTF-16 offsets, end exclusive, in order, not overlapping. */
  marks?: readonly (readonly [number, number])[] | undefined;
}

/** Text with what was searched for marked in it. */
export function Marked({ text, marks }: Props) {
  return <>{marked(text, marks)}</>;
}

/** The same as the children of an element, where each component would be one of dozens. */
export function marked(text: string, marks: Props['marks'] = []): (string | VNode)[] {
  const parts = [];
  let from = 0;
  for (const [start, end] of marks) {
    if (start < from || end > text.length) continue;
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}
