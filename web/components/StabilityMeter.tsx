import { decimals } from './figures.ts';
import classes from './StabilityMeter.module.css';
import { steadiness } from './trust.ts';

/** Dots at most. */
const DOTS = 4;
const PITCH = 8;

/** Stability from 0 to 1 as filled dots; what they say is read out, and shown on hover. */
export function StabilityMeter({ value }: { value: number }) {
  const filled = Math.round(Math.min(1, Math.max(0, value)) * DOTS);
  const words = `Stability ${decimals(value, 2)}, ${steadiness(value)}`;
  return (
    <svg
      className={classes.dots}
      width={DOTS * PITCH}
      height={PITCH}
      viewBox={`0 0 ${DOTS * PITCH} ${PITCH}`}
      role="img"
      aria-label={words}
      data-steadiness={steadiness(value)}
    >
      <title>{words}</title>
      {Array.from({ length: DOTS }, (_, i) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place.
          key={i}
          cx={(i + 0.5) * PITCH}
          cy={PITCH / 2}
          r="2.7"
          data-filled={i < filled || undefined}
        />
      ))}
    </svg>
  );
}
