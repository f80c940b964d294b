import { useRef } from 'preact/hooks';
import type { Library } from './use-library';

/**
 * Where the user stands, or stood last while that is being asked anew: the forms they have begun
 * stay as they are until it is answered. `null` as long as it was never known.
 */
export function useKeptMine(library: Library | undefined): Library['mine'] {
  const kept = useRef<Library['mine']>(null);
  if (library?.mine) kept.current = library.mine;
  return kept.current;
}
