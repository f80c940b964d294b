import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { ReadFailure } from './ReadFailure';

/** Shows what went wrong in the place of a view that cannot be drawn, and draws it anew if asked. */
export function Failsafe({ children }: { children: ComponentChildren }) {
  const [failure, again] = useErrorBoundary();
  if (failure === undefined) return <>{children}</>;
  return (
    <main>
      <ReadFailure failure={failure} onAgain={again} />
    </main>
  );
}
