import { useMemo } from 'preact/hooks';
import { wordDiff } from '../../data/quote/word-diff';
import { cleanForDisplay } from '../../data/text';

/** A passage then and now, word by word. */
export function ThenNow({ then, now }: { then: string; now: string }) {
  const parts = useMemo(() => wordDiff(cleanForDisplay(then), cleanForDisplay(now)), [then, now]);
  return (
    <p class="then-now" dir="auto">
      {parts.map(({ kind, text }, index) => {
        // The parts of one comparison never change places: their index is their identity.
        const key = `${index}`;
        if (kind === 'removed') return <del key={key}>{text}</del>;
        if (kind === 'added') return <ins key={key}>{text}</ins>;
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}
