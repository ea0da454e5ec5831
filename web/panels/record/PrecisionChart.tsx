import { useElementSize } from '@mantine/hooks';
import type { Backtest } from '../../../graph/contract.ts';
import { decimals } from '../../components/figures.ts';
import classes from './PrecisionChart.module.css';
import { axisSteps } from './precision-scale.ts';
import { type Cut, OWN_METHODS, POOLS, type Pool, scoresOf, titleOf } from './record-words.ts';

/** Pixels. */
const NAMES = 138;
const BETWEEN = 34;
const TOP = 22;
const BOTTOM = 20;
const LINE = 10;
const ROW_GAP = 9;
const EDGE = 10;

const MOST_STEPS = 3;
/** Cuts are told apart by shape, round and round. */
const MARKS = [
  'M0-3.6A3.6 3.6 0 1 1 0 3.6A3.6 3.6 0 1 1 0-3.6Z',
  'M-3.2-3.2H3.2V3.2H-3.2Z',
  'M0-4.2 4 3.2H-4Z',
];

const POOL_NAMES: Readonly<Record<Pool, string>> = { all: 'all pairs', matched: 'pairs of like popularity' };

interface Props {
  title: string;
  cuts: readonly Cut[];
  names: readonly string[];
  methods: Backtest['methods'];
}

/** Average precision of each ranking at each cut, with its interval: among all pairs, and among pairs of like popularity. */
export function PrecisionChart({ title, cuts, names, methods }: Props) {
  const { ref, width } = useElementSize();
  const rowHeight = cuts.length * LINE + ROW_GAP;
  const height = TOP + names.length * rowHeight + BOTTOM;
  const panel = Math.max(60, (width - NAMES - BETWEEN - EDGE) / POOLS.length);
  const summary = names
    .map((name) => {
      const values = cuts.map((cut) => `${cut.year} ${decimals(scoresOf(cut, name, 'matched')?.ap ?? 0, 3)}`);
      return `${titleOf(methods, name)}: ${values.join(', ')}`;
    })
    .join('; ');
  return (
    <figure className={classes.figure}>
      <figcaption>
        <strong>{title}</strong>
        <span className={classes.key}>
          {cuts.map(({ year }, i) => (
            <span key={year}>
              <svg width="10" height="10" viewBox="-5 -5 10 10" aria-hidden="true">
                <path d={MARKS[i % MARKS.length]} />
              </svg>
              up to {year}
            </span>
          ))}
        </span>
      </figcaption>
      <div ref={ref} className={classes.plot}>
        {width > 0 && (
          <svg
            width={width}
            height={height}
            role="img"
            aria-label={`Average precision among pairs of like popularity. ${summary}. The table below has all figures.`}
          >
            {names.map((name, i) => {
              const y = TOP + i * rowHeight;
              return (
                <g key={name} data-own={OWN_METHODS.has(name) || undefined} className={classes.name}>
                  {OWN_METHODS.has(name) && (
                    <rect className={classes.own} y={y} width={width} height={rowHeight} />
                  )}
                  <text x={4} y={y + rowHeight / 2} dominantBaseline="central">
                    {titleOf(methods, name)}
                  </text>
                </g>
              );
            })}
            {POOLS.map((pool, p) => (
              <Panel
                key={pool}
                pool={pool}
                cuts={cuts}
                names={names}
                left={NAMES + p * (panel + BETWEEN)}
                width={panel}
                height={height}
                rowHeight={rowHeight}
              />
            ))}
          </svg>
        )}
      </div>
    </figure>
  );
}

interface PanelProps {
  pool: Pool;
  cuts: readonly Cut[];
  names: readonly string[];
  left: number;
  width: number;
  height: number;
  rowHeight: number;
}

function Panel({ pool, cuts, names, left, width, height, rowHeight }: PanelProps) {
  const all = cuts.flatMap((cut) => names.map((name) => scoresOf(cut, name, pool)));
  const highest = Math.max(
    0,
    ...all.flatMap((scores) => (scores ? [scores.ap, scores.interval?.ap[1] ?? 0] : [])),
  );
  const steps = axisSteps(highest, MOST_STEPS);
  const x = (value: number) => left + (value / steps.at(-1)!) * width;
  const foot = height - BOTTOM;
  return (
    <g>
      <text className={classes.pool} x={left} y={11}>
        AP, {POOL_NAMES[pool]}
      </text>
      {steps.map((step) => (
        <g key={step}>
          <line className={classes.rule} x1={x(step)} x2={x(step)} y1={TOP} y2={foot} />
          <text className={classes.step} x={x(step)} y={foot + 14} textAnchor="middle">
            {step}
          </text>
        </g>
      ))}
      {names.flatMap((name, i) =>
        cuts.map((cut, c) => {
          const scores = scoresOf(cut, name, pool);
          if (!scores) return null;
          const y = TOP + i * rowHeight + ROW_GAP / 2 + (c + 0.5) * LINE;
          const { ap, interval } = scores;
          return (
            <g
              key={`${name} ${cut.year}`}
              data-own={OWN_METHODS.has(name) || undefined}
              className={classes.point}
            >
              {interval && <line x1={x(interval.ap[0])} x2={x(interval.ap[1])} y1={y} y2={y} />}
              <path d={MARKS[c % MARKS.length]} transform={`translate(${x(ap)} ${y})`}>
                <title>{`${cut.year}: ${decimals(ap, 3)}`}</title>
              </path>
            </g>
          );
        }),
      )}
    </g>
  );
}
