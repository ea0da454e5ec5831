import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { count } from '../../components/words.ts';
import type { YearSpan } from '../../components/year-span.ts';
import type { Frame } from '../../state/year-play.ts';
import { chosenYears, frameOf, labelledYears, type YearCounts, yearAfterKey, yearAt } from './brush-scale.ts';
import classes from './YearBrush.module.css';

const HEIGHT = 36;
/** Labels that have room under the brush. */
const LABELS = 12;

interface Props {
  years: YearCounts;
  span: YearSpan;
  chosen: Frame;
  onChoose(frame: Frame): void;
}

/** Papers by year; a drag over it chooses years, a click one of them, a double click all. */
export function YearBrush({ years, span, chosen, onChoose }: Props) {
  const plot = useRef<HTMLDivElement>(null);
  /** While a pointer draws: where it began, and where it is. */
  const [drawn, setDrawn] = useState<{ start: number; end: number } | null>(null);
  const { from, to } = chosenYears(span, drawn ? frameOf(span, drawn.start, drawn.end) : chosen);
  const most = Math.max(1, ...years.map(({ papers }) => papers));
  const percent = (steps: number) => `${(steps / span.years) * 100}%`;

  function yearUnder({ clientX }: PointerEvent): number {
    const { left, width } = plot.current!.getBoundingClientRect();
    return yearAt(span, (clientX - left) / width);
  }
  function press(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    const year = yearUnder(event);
    // On a handle, the other one is what the range is drawn from.
    const handle = (event.target as Element).closest('[role="slider"]')?.getAttribute('data-end');
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawn(
      handle === 'from'
        ? { start: to, end: from }
        : handle === 'to'
          ? { start: from, end: to }
          : { start: year, end: year },
    );
  }
  function move(event: PointerEvent) {
    if (drawn) setDrawn({ ...drawn, end: yearUnder(event) });
  }
  function release() {
    if (!drawn) return;
    setDrawn(null);
    const frame = frameOf(span, drawn.start, drawn.end);
    if (frame.from !== chosen.from || frame.to !== chosen.to) onChoose(frame);
  }

  return (
    <div className={classes.brush}>
      {/** biome-ignore lint/a11y/noStaticElementInteractions: the two handles do the same by keyboard. */}
      <div
        ref={plot}
        className={classes.plot}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={() => setDrawn(null)}
        onDoubleClick={() => onChoose({ from: null, to: null })}
      >
        <svg
          viewBox={`0 0 ${span.years} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`Papers by year, ${span.first} to ${span.last}, up to ${most} a year`}
        >
          {years
            .filter(({ year }) => year >= span.first)
            .map(({ year, papers }) => {
              const height = papers === 0 ? 0 : Math.max(2, (papers / most) * (HEIGHT - 2));
              return (
                <rect
                  key={year}
                  className={classes.bar}
                  data-in={(year >= from && year <= to) || undefined}
                  x={year - span.first + 0.1}
                  y={HEIGHT - height}
                  width={0.8}
                  height={height}
                >
                  <title>{`${year}: ${count(papers, 'paper')}`}</title>
                </rect>
              );
            })}
        </svg>
        <div
          className={classes.range}
          style={{ left: percent(from - span.first), width: percent(to - from + 1) }}
        />
        <Handle
          end="from"
          label="First year"
          year={from}
          least={span.first}
          most={to}
          place={percent(from - span.first)}
          onMove={(year) => onChoose(frameOf(span, year, to))}
        />
        <Handle
          end="to"
          label="Last year"
          year={to}
          least={from}
          most={span.last}
          place={percent(to - span.first + 1)}
          onMove={(year) => onChoose(frameOf(span, from, year))}
        />
      </div>
      <div className={classes.axis} aria-hidden="true">
        {labelledYears(span, LABELS).map((year) => (
          <span key={year} style={{ left: percent(year - span.first + 0.5) }}>
            {year}
          </span>
        ))}
      </div>
    </div>
  );
}

interface HandleProps {
  end: 'from' | 'to';
  label: string;
  year: number;
  least: number;
  most: number;
  place: string;
  onMove(year: number): void;
}

/** One end of the range: arrow keys move it by a year, Page Up and Page Down by five, Home and End all the way. */
function Handle({ end, label, year, least, most, place, onMove }: HandleProps) {
  function press(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const moved = yearAfterKey(event.key, year, least, most);
    if (moved === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (moved !== year) onMove(moved);
  }
  return (
    <div
      className={classes.handle}
      data-end={end}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={year}
      style={{ left: place }}
      onKeyDown={press}
    />
  );
}
