import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  id: string;
  children: ComponentChildren;
}

/** What is wrong with a field: said, and brought into sight, as soon as it is. */
export function Problem({ id, children }: Props) {
  const said = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => said.current?.scrollIntoView({ block: 'nearest' }), [children]);
  return (
    <p ref={said} class="problem" id={id} role="alert">
      {children}
    </p>
  );
}
