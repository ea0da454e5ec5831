import type { CSSProperties, MouseEvent } from 'react';
import { currentPlace, serialisePlace } from '../../state/address.ts';
import { useAppearance } from '../../state/appearance.ts';
import type { Target } from '../../state/selection.ts';
import { themeColour } from '../../theme/palette.ts';
import classes from './StrategicMap.module.css';
import { LABEL, type Mark, type MarkLabel } from './strategic-marks.ts';

interface Props {
  mark: Mark;
  /** Null where it found no place. */
  label: MarkLabel | null;
  name: string;
  tabbable: boolean;
  pointed: boolean;
  selected: boolean;
  onPoint(inside: boolean): void;
  onFocus(): void;
  onOpen(target: Target): void;
}

/** One theme on the strategic map: a disc that opens its dossier, and its name. */
export function StrategicMark(props: Props) {
  const { mark, label, name, tabbable, pointed, selected, onPoint, onFocus, onOpen } = props;
  const { theme, x, y, radius } = mark;
  const scheme = useAppearance((state) => state.scheme);
  const target: Target = { type: 'theme', id: theme.id };
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(target);
  }
  return (
    <a
      className={classes.mark}
      href={serialisePlace({ ...currentPlace(), page: 'themes', target })}
      aria-label={name}
      aria-current={selected || undefined}
      data-theme={theme.id}
      data-pointed={pointed || undefined}
      tabIndex={tabbable ? 0 : -1}
      style={{ '--theme': themeColour(theme.colour, scheme) } as CSSProperties}
      onClick={open}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
      onFocus={() => {
        onFocus();
        onPoint(true);
      }}
      onBlur={() => onPoint(false)}
    >
      <title>{name}</title>
      <circle className={classes.ring} cx={x} cy={y} r={radius + 3.5} />
      <circle className={classes.disc} cx={x} cy={y} r={radius} />
      {label && <MarkName label={label} />}
    </a>
  );
}

/** The name of a theme beside its disc. */
export function MarkName({ label: { box, lines } }: { label: MarkLabel }) {
  return lines.map((line, i) => (
    <text
      key={line}
      className={classes.name}
      x={(box.left + box.right) / 2}
      y={box.top + (i + 0.5) * LABEL.leading}
      textAnchor="middle"
      dominantBaseline="central"
    >
      {/* A space between the lines, for who reads them as one. */}
      {line}{' '}
    </text>
  ));
}
