import { useEffect, useRef } from 'preact/hooks';

interface Props {
  /** What was answered: for another answer its words are read out. */
  of: unknown;
  /** Asked once keys rest; `null` where there is nothing to say yet. */
  words: () => string | null;
}

/** Whoever still types hears the keys, and the answer only after the last of them, milliseconds. */
const PAUSE_MS = 400;

/**
 * Reads out an answer that others see: once for each pause in typing. It is there before the words
 * are, since a region put into the page together with them is read out by few.
 */
export function Heard({ of, words }: Props) {
  const region = useRef<HTMLParagraphElement>(null);
  const latest = useRef(words);
  latest.current = words;
  const first = useRef(true);
  useEffect(() => {
    // What a view shows when it opens nobody has asked for.
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const say = () => {
      const now = latest.current();
      if (now === null || !region.current) return;
      // Words that stand there already would not be read out again.
      const same = now !== '' && now === region.current.textContent;
      region.current.textContent = same ? `${now}\u00a0` : now;
    };
    const timer = setTimeout(say, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [of]);
  // Its words are put in by hand: a key that is typed is to cost nothing here.
  return <p class="visually-hidden" role="status" ref={region} />;
}
