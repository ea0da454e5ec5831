import type { Themes } from '../../../graph/contract.ts';
import { figure } from '../../components/figures.ts';
import type { Box } from '../../sigma/label-placement.ts';
import type { Axis } from './axis.ts';
import classes from './StrategicMap.module.css';
import type { Corner } from './strategic-marks.ts';

interface Props {
  plot: Box;
  axes: { x: Axis; y: Axis };
  medians: Themes['medians'];
}

const named = (name: string, { scale }: Axis) => (scale === 'log' ? `${name} (log)` : name);

/** What lies under the marks: axes and medians. The marks and the table say the same. */
export function StrategicPlot({ plot, axes, medians }: Props) {
  const x = (value: number) => plot.left + axes.x.place(value) * (plot.right - plot.left);
  const y = (value: number) => plot.bottom - axes.y.place(value) * (plot.bottom - plot.top);
  const middle = { x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 };
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: lines and letters take no focus.
    <g aria-hidden="true">
      <rect
        className={classes.ground}
        x={plot.left}
        y={plot.top}
        width={plot.right - plot.left}
        height={plot.bottom - plot.top}
      />
      {axes.x.ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.tick} x1={x(tick)} x2={x(tick)} y1={plot.bottom} y2={plot.bottom + 4} />
          <text className={classes.step} x={x(tick)} y={plot.bottom + 16} textAnchor="middle">
            {figure(tick)}
          </text>
        </g>
      ))}
      {axes.y.ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.tick} x1={plot.left - 4} x2={plot.left} y1={y(tick)} y2={y(tick)} />
          <text
            className={classes.step}
            x={plot.left - 7}
            y={y(tick)}
            textAnchor="end"
            dominantBaseline="central"
          >
            {figure(tick)}
          </text>
        </g>
      ))}
      <text className={classes.axis} x={middle.x} y={plot.bottom + 31} textAnchor="middle">
        {named('Centrality', axes.x)} →
      </text>
      <text
        className={classes.axis}
        textAnchor="middle"
        transform={`translate(${plot.left - 33} ${middle.y}) rotate(-90)`}
      >
        {named('Density', axes.y)} →
      </text>
      {medians && (
        <>
          <line
            className={classes.median}
            x1={x(medians.centrality)}
            x2={x(medians.centrality)}
            y1={plot.top}
            y2={plot.bottom}
          />
          <line
            className={classes.median}
            x1={plot.left}
            x2={plot.right}
            y1={y(medians.density)}
            y2={y(medians.density)}
          />
        </>
      )}
    </g>
  );
}

/** The names of the quadrants, above the discs: a disc that lies in a corner hides none. */
export function QuadrantNames({ corners }: { corners: readonly Corner[] }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: letters take no focus.
    <g aria-hidden="true" className={classes.passing}>
      {corners.map(({ name, left, top }) => (
        <text key={name} className={classes.corner} x={left} y={top + 11}>
          {name}
        </text>
      ))}
    </g>
  );
}
