import { useId } from 'react';
import type { ChartColumn, ChartForm, ChartPoint } from './chart-choice.ts';
import { scaleOf } from './chart-scale.ts';
import classes from './ResultChart.module.css';
import { valueName } from './value-name.ts';

interface Props {
  points: readonly ChartPoint[];
  x: ChartColumn;
  y: ChartColumn;
  form: Exclude<ChartForm, 'bar'>;
  title: string;
  /** Pixels. */
  size: { width: number; height: number };
}

/** Pixels. */
const LEAST_HEIGHT = 150;
const PLOT = { top: 26, right: 22, bottom: 38 };
const LETTER = 6.6;
const STEP = { across: 84, up: 38 };
/** More than these are drawn without a mark for each on the line. */
const MARKED = 80;

/** A line, or points, over a measured x. */
export function PointChart({ points, x, y, form, title, size }: Props) {
  const id = useId();
  const width = size.width;
  const height = Math.max(LEAST_HEIGHT, size.height - 4);
  const up = scaleOf(
    points.map((point) => point.y),
    {
      steps: Math.floor((height - PLOT.top - PLOT.bottom) / STEP.up),
      fromZero: form === 'line',
      whole: y.kind === 'year',
    },
  );
  const upNames = up.ticks.map((tick) => valueName(tick, y, up));
  const left = Math.max(0, ...upNames.map(({ length }) => length)) * LETTER + 22;
  const right = width - PLOT.right;
  const bottom = height - PLOT.bottom;
  const across = scaleOf(
    points.map((point) => point.x!),
    { steps: Math.floor((right - left) / STEP.across), fromZero: false, whole: x.kind === 'year' },
  );
  const px = (value: number) => left + across.place(value) * (right - left);
  const py = (value: number) => bottom - up.place(value) * (bottom - PLOT.top);
  return (
    <svg className={classes.chart} width={width} height={height} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{`${points.length} points; a table with the values follows.`}</desc>
      <text className={classes.axis} x={left} y={14}>
        ↑ {y.name}
      </text>
      <text className={classes.axis} x={right} y={height - 5} textAnchor="end">
        {x.name} →
      </text>
      {up.ticks.map((tick, i) => (
        <g key={tick}>
          <line className={classes.grid} x1={left} x2={right} y1={py(tick)} y2={py(tick)} />
          <text x={left - 6} y={py(tick) + 4} textAnchor="end">
            {upNames[i]}
          </text>
        </g>
      ))}
      {across.ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.base} x1={px(tick)} x2={px(tick)} y1={bottom} y2={bottom + 4} />
          <text x={px(tick)} y={bottom + 16} textAnchor="middle">
            {valueName(tick, x, across)}
          </text>
        </g>
      ))}
      <line className={classes.base} x1={left} x2={right} y1={bottom} y2={bottom} />
      {form === 'line' && (
        <polyline
          className={classes.line}
          points={points.map((point) => `${px(point.x!).toFixed(1)},${py(point.y).toFixed(1)}`).join(' ')}
        />
      )}
      {(form === 'scatter' || points.length <= MARKED) &&
        points.map((point) => (
          <circle
            key={point.row}
            className={form === 'line' ? classes.dot : classes.point}
            cx={px(point.x!)}
            cy={py(point.y)}
            r={form === 'line' ? 3 : 4}
          >
            <title>{`${point.name}: ${point.y}`}</title>
          </circle>
        ))}
    </svg>
  );
}
