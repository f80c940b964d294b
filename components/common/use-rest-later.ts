import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { afterFrame } from './after-frame';

/**
 * The first parts of a view at once, the others a frame later: what lies below does not keep back
 * what is looked at first. Until then those that were drawn before stand there, so nothing blinks.
 *
 * @param parts keyed by their place, so that one is drawn into the place of the one before it
 * @param first how many are drawn at once
 * @param of what the parts show: something else begins again with the first
 */
export function useRestLater(parts: readonly VNode[], first: number, of: unknown): VNode[] {
  const [painted, setPainted] = useState<unknown>();
  const before = useRef<readonly VNode[]>([]);
  useEffect(() => afterFrame(() => setPainted(of)), [of]);
  if (painted === of) before.current = parts;
  return [...parts.slice(0, first), ...before.current.slice(first)];
}
