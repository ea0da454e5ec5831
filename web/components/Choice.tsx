import { SegmentedControl } from '@mantine/core';
import classes from './Choice.module.css';

interface ChoiceProps<Value extends string> {
  /** What is chosen, for those who don't see it. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
  disabled?: boolean;
  className?: string | undefined;
}

/** One of a few, side by side. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
  className,
}: ChoiceProps<Value>) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      className={`${classes.choice} ${className ?? ''}`}
      value={value}
      disabled={disabled}
      onChange={(chosen) => onChange(chosen as Value)}
      data={[...options]}
    />
  );
}
