/** The legend beside a picture of the map: what its colours mean, kinds by shape, and relations where they are coloured. */

import type { EdgeType, GraphView } from '../../../graph/contract.ts';
import { relationName } from '../../components/relation-words.ts';
import { pluralOf } from '../../components/words.ts';
import { kindRows, relationRows, themeRows } from '../../panels/legend-rows.ts';
import { scaleOf } from '../../panels/map/scale-buckets.ts';
import {
  bucketWords,
  type Continuous,
  isContinuous,
  isWhole,
  SCALE_TITLES,
  withoutWords,
} from '../../panels/map/scale-words.ts';
import type { MapScene } from '../../sigma/map-scene.ts';
import { SHAPES } from '../../sigma/shapes.ts';
import { useView } from '../../state/view.ts';
import { GROUNDS, kindColour, type Scheme, themeColour } from '../../theme/palette.ts';
import { relationColour } from '../../theme/relation-colours.ts';
import { scaleColour } from '../../theme/scales.ts';
import { drawNode } from './draw-map.ts';
import { font } from './picture-lettering.ts';
import type { Surface } from './surface.ts';

export const LEGEND_WIDTH = 280;
const ROW = 20;
const HEADING = 26;
const PADDING = 16;
const MOST_THEMES = 24;
/** A node without rim, ring hole or dashes. */
const PLAIN = { rim: 0, rimColor: 'none', dashed: 0 };

type Mark = { readonly colour: string } & ({ readonly shape: number } | { readonly line: true });

interface Entry {
  readonly label: string;
  readonly count: string;
  readonly mark: Mark;
}

interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Under them, for what has none. */
  readonly note: string | null;
}

const inFigures = (value: number): string => value.toLocaleString('en');

function sectionsOf({ view, scheme, regions }: MapScene): Section[] {
  if (!view) return [];
  const { colouring, edgeColouring, narrowing } = useView.getState();
  const sections = [
    colouring === 'theme' && themeSection(view, scheme),
    isContinuous(colouring) && scaleSection(view, colouring, scheme),
    // The lands keep their colours, whatever those of the nodes mean.
    colouring !== 'theme' && regions.length > 0 && { ...themeSection(view, scheme), title: 'Lands: themes' },
    kindSection(view, colouring === 'kind', scheme),
    edgeColouring === 'relation' && relationSection(view, narrowing.hiddenRelations, scheme),
  ];
  return sections.filter((section) => section !== false && section.entries.length > 0) as Section[];
}

function themeSection(view: GraphView, scheme: Scheme): Section {
  const themes = themeRows(view);
  const more = themes.length - MOST_THEMES;
  return {
    title: 'Themes',
    entries: themes.slice(0, MOST_THEMES).map(({ theme, papers, concepts }) => ({
      label: theme.label,
      count: inFigures(papers + concepts),
      mark: { shape: SHAPES.Paper.code, colour: themeColour(theme.colour, scheme) },
    })),
    note: more > 0 ? `and ${more} more` : null,
  };
}

function scaleSection(view: GraphView, measure: Continuous, scheme: Scheme): Section {
  const scale = scaleOf(view, measure, isWhole(measure));
  return {
    title: `Colour: ${SCALE_TITLES[measure]}`,
    entries: (scale?.buckets ?? []).map((bucket) => ({
      label: bucketWords(measure, bucket),
      count: inFigures(bucket.nodes),
      mark: { shape: SHAPES.Paper.code, colour: scaleColour(bucket.share, scheme) },
    })),
    note: scale && withoutWords(measure, scale.without),
  };
}

function kindSection(view: GraphView, coloured: boolean, scheme: Scheme): Section {
  const ink = GROUNDS[scheme].quiet;
  return {
    title: 'Kinds',
    entries: kindRows(view).map(({ kind, drawn }) => ({
      label: pluralOf(kind),
      count: inFigures(drawn),
      mark: {
        shape: SHAPES[kind].code,
        colour: coloured && kind !== 'Paper' ? kindColour(kind, scheme) : ink,
      },
    })),
    note: null,
  };
}

function relationSection(view: GraphView, hidden: ReadonlySet<EdgeType>, scheme: Scheme): Section {
  const rows = relationRows(view, new Set()).filter(({ type }) => !hidden.has(type));
  return {
    title: 'Relations',
    entries: rows.map(({ type, drawn }) => ({
      label: relationName(type),
      count: inFigures(drawn),
      mark: { line: true, colour: relationColour(type, scheme) },
    })),
    note: null,
  };
}

/** Pixels that it takes. */
export function legendHeight(scene: MapScene): number {
  return sectionsOf(scene).reduce(
    (sum, { entries, note }) => sum + HEADING + entries.length * ROW + (note ? ROW : 0) + PADDING,
    PADDING,
  );
}

/** Into the column that begins at 0, 0. */
export function drawLegend(surface: Surface, scene: MapScene): void {
  const ground = GROUNDS[scene.scheme];
  let y = PADDING;
  surface.textBaseline = 'middle';
  for (const { title, entries, note } of sectionsOf(scene)) {
    surface.textAlign = 'left';
    surface.font = font(12, 650);
    surface.fillStyle = ground.ink;
    surface.fillText(title, PADDING, y + HEADING / 2 - 3);
    y += HEADING;
    for (const { label, count, mark } of entries) {
      drawMark(surface, mark, y + ROW / 2, ground.map);
      surface.font = font(12, 420);
      surface.fillStyle = ground.ink;
      surface.textAlign = 'left';
      surface.fillText(fitted(surface, label), PADDING + 20, y + ROW / 2);
      surface.fillStyle = ground.quiet;
      surface.textAlign = 'right';
      surface.fillText(count, LEGEND_WIDTH - PADDING, y + ROW / 2);
      y += ROW;
    }
    if (note) {
      surface.font = font(12, 420);
      surface.fillStyle = ground.quiet;
      surface.textAlign = 'left';
      surface.fillText(fitted(surface, note), PADDING + 20, y + ROW / 2);
      y += ROW;
    }
    y += PADDING;
  }
}

function drawMark(surface: Surface, mark: Mark, y: number, holeColor: string): void {
  if ('shape' in mark) {
    const look = { ...PLAIN, shape: mark.shape, color: mark.colour, holeColor };
    drawNode(surface, look, { x: PADDING + 6, y, radius: 5.5 });
    return;
  }
  surface.beginPath();
  surface.moveTo(PADDING, y + 3);
  surface.lineTo(PADDING + 12, y - 3);
  surface.strokeStyle = mark.colour;
  surface.lineWidth = 2;
  surface.stroke();
}

/** As much of it as there is room for beside the longest count. */
function fitted(surface: Surface, label: string): string {
  const room = LEGEND_WIDTH - 2 * PADDING - 20 - 40;
  let text = label;
  while (text.length > 4 && surface.measureText(text).width > room) text = `${text.slice(0, -2).trimEnd()}…`;
  return text;
}
