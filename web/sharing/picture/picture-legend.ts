/** The legend beside a picture of the map: themes by colour, kinds by shape. */
import { pluralOf } from '../../components/words.ts';
import { kindRows, themeRows } from '../../panels/legend-rows.ts';
import type { MapScene } from '../../sigma/map-scene.ts';
import { spanOf, valueAt } from '../../sigma/measures.ts';
import { SHAPES } from '../../sigma/shapes.ts';
import { useView } from '../../state/view.ts';
import { GROUNDS, kindColour, themeColour } from '../../theme/palette.ts';
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

interface Entry {
  readonly label: string;
  readonly count: string;
  readonly shape: number;
  readonly colour: string;
}

interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** How many are left out. */
  readonly more: number;
}

const figure = (value: number): string =>
  Number.isInteger(value) || value > 100 ? String(Math.round(value)) : value.toFixed(value < 1 ? 3 : 1);

function sectionsOf({ view, scheme, graph }: MapScene): Section[] {
  if (!view) return [];
  const { colouring } = useView.getState();
  const themes = themeRows(view);
  const ink = GROUNDS[scheme].quiet;
  const sections: Section[] = [];
  if (colouring === 'theme' && themes.length > 0) {
    sections.push({
      title: 'Themes',
      entries: themes.slice(0, MOST_THEMES).map(({ theme, papers, concepts }) => ({
        label: theme.label,
        count: (papers + concepts).toLocaleString('en'),
        shape: SHAPES.Paper.code,
        colour: themeColour(theme.colour, scheme),
      })),
      more: Math.max(0, themes.length - MOST_THEMES),
    });
  }
  if (colouring !== 'theme' && colouring !== 'kind') {
    const nodes = graph.mapNodes((_, node) => node);
    const span = spanOf(colouring, nodes);
    const steps = span ? [0, 0.25, 0.5, 0.75, 1] : [];
    sections.push({
      title: `Colour: ${colouring}`,
      entries: steps.map((share) => ({
        label: figure(valueAt(colouring, share, span!)),
        count: '',
        shape: SHAPES.Paper.code,
        colour: scaleColour(share, scheme),
      })),
      more: 0,
    });
  }
  const kinds = kindRows(view).map(({ kind, drawn }) => ({
    label: pluralOf(kind),
    count: drawn.toLocaleString('en'),
    shape: SHAPES[kind].code,
    colour: colouring === 'kind' && kind !== 'Paper' ? kindColour(kind, scheme) : ink,
  }));
  if (kinds.length > 0) sections.push({ title: 'Kinds', entries: kinds, more: 0 });
  return sections;
}

/** Pixels that it takes. */
export function legendHeight(scene: MapScene): number {
  return sectionsOf(scene).reduce(
    (sum, { entries, more }) => sum + HEADING + entries.length * ROW + (more > 0 ? ROW : 0) + PADDING,
    PADDING,
  );
}

/** Into the column that begins at 0, 0. */
export function drawLegend(surface: Surface, scene: MapScene): void {
  const ground = GROUNDS[scene.scheme];
  let y = PADDING;
  surface.textBaseline = 'middle';
  for (const { title, entries, more } of sectionsOf(scene)) {
    surface.textAlign = 'left';
    surface.font = font(12, 650);
    surface.fillStyle = ground.ink;
    surface.fillText(title, PADDING, y + HEADING / 2 - 3);
    y += HEADING;
    for (const { label, count, shape, colour } of entries) {
      const look = { ...PLAIN, shape, color: colour, holeColor: ground.map };
      drawNode(surface, look, { x: PADDING + 6, y: y + ROW / 2, radius: 5.5 });
      surface.font = font(12, 420);
      surface.fillStyle = ground.ink;
      surface.textAlign = 'left';
      surface.fillText(fitted(surface, label), PADDING + 20, y + ROW / 2);
      surface.fillStyle = ground.quiet;
      surface.textAlign = 'right';
      surface.fillText(count, LEGEND_WIDTH - PADDING, y + ROW / 2);
      y += ROW;
    }
    if (more > 0) {
      surface.font = font(12, 420);
      surface.fillStyle = ground.quiet;
      surface.textAlign = 'left';
      surface.fillText(`and ${more} more`, PADDING + 20, y + ROW / 2);
      y += ROW;
    }
    y += PADDING;
  }
}

/** As much of it as there is room for beside the longest count. */
function fitted(surface: Surface, label: string): string {
  const room = LEGEND_WIDTH - 2 * PADDING - 20 - 40;
  let text = label;
  while (text.length > 4 && surface.measureText(text).width > room) text = `${text.slice(0, -2).trimEnd()}…`;
  return text;
}
