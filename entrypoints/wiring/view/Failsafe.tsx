import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { i18n } from '#i18n';
import { ReadFailure } from './ReadFailure';

/** Shows what went wrong in the place of a view that cannot be drawn, and draws it anew if asked. */
export function Failsafe({ children }: { children: ComponentChildren }) {
  const [failure, again] = useErrorBoundary();
  if (failure === undefined) return <>{children}</>;
  return (
    <main>
      <h1 class="visually-hidden">{i18n.t('options.title')}</h1>
      <ReadFailure failure={failure} onAgain={again} />
    </main>
  );
}
