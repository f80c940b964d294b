import type { ComponentChildren } from 'preact';

interface Props {
  /** It is said at once, whatever is being read. */
  urgent: boolean;
  /** Nothing, or something falsy, where there is nothing to say. */
  children: ComponentChildren;
}

/**
 * What comes while a view stands there, for those who listen to it as well as for those who see it.
 * Words alone: buttons stand beside it, or they would be read out with them.
 */
export function Spoken({ urgent, children }: Props) {
  return (
    <div class="spoken">
      {/* A status is heard only where its place was there before the words. */}
      <div role="status">{!urgent && children}</div>
      {urgent && <div role="alert">{children}</div>}
    </div>
  );
}
