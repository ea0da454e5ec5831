import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Themes } from '../../../graph/contract.ts';
import { decimals, figure } from '../../components/figures.ts';
import { steadiness } from '../../components/trust.ts';
import { count } from '../../components/words.ts';
import { openTarget } from '../../navigation.ts';
import { TextMeter } from '../../sigma/lettering.ts';
import { useSelection } from '../../state/selection.ts';
import { axisOf } from './axis.ts';
import { QUADRANT_ORDER, QUADRANT_WORDS } from './quadrants.ts';
import classes from './StrategicMap.module.css';
import { MarkName, StrategicMark } from './StrategicMark.tsx';
import { QuadrantNames, StrategicPlot } from './StrategicPlot.tsx';
import {
  cornersOf,
  LABEL,
  labelsOf,
  markStep,
  marksOf,
  type PlacedTheme,
  passingLabel,
} from './strategic-marks.ts';

/** Pixels around the plot. */
const FRAME = { left: 44, right: 12, top: 10, bottom: 36 };
/** Height by width, and its bounds in pixels. */
const SHAPE = { ratio: 0.74, least: 300, most: 430 };

interface Props {
  themes: readonly PlacedTheme[];
  medians: Themes['medians'];
  /** The theme that the pointer is at, here or in the table. */
  pointed: string | null;
  onPoint(theme: string | null): void;
}

/** Themes by how they are tied to the rest (across) and within (up). One can be tabbed to, arrow keys lead to the others. */
export function StrategicMap({ themes, medians, pointed, onPoint }: Props) {
  const { ref, width } = useElementSize();
  const marksGroup = useRef<SVGGElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const selected = useSelection(({ current }) => (current?.type === 'theme' ? current.id : null));
  const height = Math.min(SHAPE.most, Math.max(SHAPE.least, width * SHAPE.ratio));
  const widthOf = useLineWidth();
  const drawn = useMemo(() => {
    const plot = {
      left: FRAME.left,
      top: FRAME.top,
      right: Math.max(FRAME.left + 1, width - FRAME.right),
      bottom: height - FRAME.bottom,
    };
    const axes = {
      x: axisOf(themes.map(({ centrality }) => centrality)),
      y: axisOf(themes.map(({ density }) => density)),
    };
    const marks = marksOf(themes, axes, plot);
    const corners = cornersOf(
      QUADRANT_ORDER.map((quadrant) => QUADRANT_WORDS[quadrant].name),
      plot,
      widthOf,
    );
    return { plot, axes, marks, corners, labels: labelsOf(marks, plot, corners, widthOf) };
  }, [themes, width, height, widthOf]);
  const { plot, axes, marks, corners, labels } = drawn;
  const labelOf = new Map(labels.map((label) => [label.id, label]));
  const active = themes.some(({ id }) => id === at) ? at : (marks[0]?.theme.id ?? null);
  // Names that found no place are shown while their mark is pointed at or chosen.
  const passing = marks
    .filter(({ theme: { id } }) => (id === pointed || id === selected) && !labelOf.has(id))
    .map((mark) => passingLabel(mark, plot, widthOf));

  function press(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || active === null) return;
    const next = markStep(themes, active, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    marksGroup.current?.querySelector<SVGElement>(`[data-theme="${next}"]`)?.focus();
  }

  return (
    <figure className={classes.figure}>
      <div ref={ref} className={classes.canvas} style={{ height }}>
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a picture holds the links, a fieldset would be a form's.
          <svg
            width={width}
            height={height}
            role="group"
            aria-label={`Strategic map of ${count(themes.length, 'theme')}`}
          >
            <StrategicPlot plot={plot} axes={axes} medians={medians} />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from mark to mark; each mark is a link. */}
            <g ref={marksGroup} onKeyDown={press}>
              {marks.map((mark) => (
                <StrategicMark
                  key={mark.theme.id}
                  mark={mark}
                  label={labelOf.get(mark.theme.id) ?? null}
                  name={nameOf(mark.theme)}
                  tabbable={mark.theme.id === active}
                  pointed={mark.theme.id === pointed}
                  selected={mark.theme.id === selected}
                  onPoint={(inside) => onPoint(inside ? mark.theme.id : null)}
                  onFocus={() => setAt(mark.theme.id)}
                  onOpen={openTarget}
                />
              ))}
            </g>
            <QuadrantNames corners={corners} />
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: letters take no focus. */}
            <g aria-hidden="true" className={classes.passing}>
              {passing.map((label) => (
                <MarkName key={label.id} label={label} />
              ))}
            </g>
          </svg>
        )}
      </div>
      <figcaption className={classes.caption}>
        {QUADRANT_ORDER.map((quadrant) => (
          <p key={quadrant}>
            <strong>{QUADRANT_WORDS[quadrant].name}.</strong> {QUADRANT_WORDS[quadrant].meaning}
          </p>
        ))}
        <p className={classes.note}>
          Discs are as large as the theme has papers. The dashed lines are the medians
          {axes.x.scale === 'log' || axes.y.scale === 'log' ? '; an axis marked “log” goes by ratios' : ''}.
          Arrow keys go from theme to theme.
        </p>
      </figcaption>
    </figure>
  );
}

/** All that the mark shows, and where it stands. */
function nameOf(theme: PlacedTheme): string {
  const stability =
    theme.stability === null
      ? ''
      : `, stability ${decimals(theme.stability, 2)}, ${steadiness(theme.stability)}`;
  const quadrant = theme.quadrant ? `, ${QUADRANT_WORDS[theme.quadrant].name.toLowerCase()}` : '';
  return `${theme.label}: ${count(theme.paperCount, 'paper')}, centrality ${figure(theme.centrality)}, density ${figure(theme.density)}${quadrant}${stability}`;
}

/** Measures a line in the letters of the labels; guesses where there is no canvas. */
function useLineWidth(): (line: string) => number {
  return useMemo(() => {
    const meter = new TextMeter();
    const context = document.createElement('canvas').getContext('2d');
    return (line) => (context ? meter.widthOf(context, line, LABEL) : line.length * LABEL.size * 0.56);
  }, []);
}
