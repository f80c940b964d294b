import type { RoomProps } from './room';

export function CoverageTab(_props: RoomProps) {
  return null;
}
