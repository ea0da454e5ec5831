import { useId } from 'react';
import { shorten } from '../../../../components/words.ts';
import type { ChartColumn, ChartPoint } from './chart-choice.ts';
import { scaleOf } from './chart-scale.ts';
import classes from './ResultChart.module.css';
import { valueName } from './value-name.ts';

interface Props {
  points: readonly ChartPoint[];
  x: ChartColumn;
  y: ChartColumn;
  title: string;
  /** Pixels. */
  width: number;
}

/** Pixels. */
const ROW = 22;
const BAR = 14;
const LETTER = 6.3;
const NAME = { least: 40, share: 0.34 };
const FIGURE = 62;
const HEAD = 34;
const STEP = 90;

/** A bar a row, from above in the order in which the rows came, so that every name can be read. */
export function BarChart({ points, x, y, title, width }: Props) {
  const id = useId();
  const longest = points.reduce((length, { name }) => Math.max(length, name.length), x.name.length);
  const left = Math.min(Math.max(NAME.least, longest * LETTER + 16), width * NAME.share);
  const right = Math.max(left + 60, width - FIGURE);
  const height = HEAD + points.length * ROW + 6;
  const scale = scaleOf(
    points.map((point) => point.y),
    {
      steps: Math.max(2, Math.floor((right - left) / STEP)),
      fromZero: true,
    },
  );
  const at = (value: number) => left + scale.place(value) * (right - left);
  const zero = at(0);
  const letters = Math.floor((left - 16) / LETTER);
  return (
    <svg className={classes.chart} width={width} height={height} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{`${points.length} bars; a table with the values follows.`}</desc>
      <text className={classes.axis} x={left - 8} y={12} textAnchor="end">
        {shorten(x.name, letters)}
      </text>
      <text className={classes.axis} x={left} y={12}>
        {y.name} →
      </text>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.grid} x1={at(tick)} x2={at(tick)} y1={HEAD - 4} y2={height - 4} />
          <text x={at(tick)} y={HEAD - 8} textAnchor="middle">
            {valueName(tick, y, scale)}
          </text>
        </g>
      ))}
      {points.map(({ row, name, y: value }, i) => {
        const top = HEAD + i * ROW;
        const end = at(value);
        return (
          <g key={row}>
            <title>{`${name}: ${value}`}</title>
            <text className={classes.name} x={left - 8} y={top + ROW / 2 + 4} textAnchor="end">
              {shorten(name, letters)}
            </text>
            <rect
              className={classes.mark}
              x={Math.min(zero, end)}
              y={top + (ROW - BAR) / 2}
              width={Math.max(1, Math.abs(end - zero))}
              height={BAR}
              rx={2}
            />
            <text
              className={classes.value}
              x={value < 0 ? end - 5 : end + 5}
              y={top + ROW / 2 + 4}
              textAnchor={value < 0 ? 'end' : 'start'}
            >
              {valueName(value, y, scale)}
            </text>
          </g>
        );
      })}
      <line className={classes.base} x1={zero} x2={zero} y1={HEAD - 4} y2={height - 4} />
    </svg>
  );
}
