import classes from './Meter.module.css';

/** A share from 0 to 1 as a thin bar; `label` says what it is a share of. */
export function Meter({ value, label }: { value: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <svg
      className={classes.meter}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label} ${percent} %`}
    >
      <rect className={classes.track} width="100" height="4" />
      <rect className={classes.fill} width={percent} height="4" />
    </svg>
  );
}
