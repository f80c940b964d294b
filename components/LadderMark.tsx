interface Props {
  /** How many rungs to draw; the ladder's levels. */
  rungs: number;
  /** The rung the user stands on, 0 the lowest; the one above is outlined. -1 for none. */
  mine?: number;
  /** Height in CSS pixels. */
  size: number;
  /** In place of mine, the one rung that stands out: for a mark that stands for one level. */
  only?: number;
}

const WIDTH = 14;
/** From one rung to the next. */
const STEP = 6;
/** Fewer rungs stand on a ladder as high as one of so many, and more are drawn closer together. */
const FEWEST = 3;
const MOST = 6;

/**
 * The ladder: one rung a level, mine filled, the next outlined; or one level's alone filled.
 * Decoration: what it says always stands beside it in words.
 */
export function LadderMark({ rungs, mine = -1, size, only }: Props) {
  const step = rungs > MOST ? (MOST * STEP) / rungs : STEP;
  const height = Math.max(FEWEST * STEP, rungs * step) + 2;
  // Drawn closer, they are thinner.
  const thick = (size: number) => (size * step) / STEP;
  return (
    <svg
      class="ladder-mark"
      height={size}
      width={(size * WIDTH) / height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={`M2.5 0V${height}M11.5 0V${height}`}
        stroke="currentColor"
        stroke-opacity="0.4"
        stroke-width="1"
      />
      {Array.from({ length: rungs }, (_, level) => {
        const y = height - 1 - step / 2 - level * step;
        if (level === (only ?? mine)) {
          return (
            <rect
              key={level}
              x="0"
              y={y - thick(1.75)}
              width="14"
              height={thick(3.5)}
              rx="1.5"
              fill="var(--accent)"
            />
          );
        }
        if (only === undefined && level === mine + 1 && mine >= 0) {
          return (
            <rect
              key={level}
              x="0.75"
              y={y - thick(1.5)}
              width="12.5"
              height={thick(3)}
              rx="1.5"
              fill="var(--paper)"
              stroke="var(--accent)"
              stroke-width={thick(1.2)}
            />
          );
        }
        return (
          <path
            key={level}
            d={`M2.5 ${y}h9`}
            stroke="currentColor"
            stroke-opacity="0.55"
            stroke-width={thick(1.2)}
          />
        );
      })}
    </svg>
  );
}
