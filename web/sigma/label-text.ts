/** What a node's label says, and in which letters. Pure. */
import { shorten } from '../components/words.ts';
import type { GROUNDS, Scheme } from '../theme/palette.ts';
import type { DrawnNode } from './drawn-graph.ts';
import type { Level } from './emphasis.ts';
import { themeLines, wrapName } from './label-placement.ts';
import type { Lettering } from './lettering.ts';
import { share } from './zoom-levels.ts';

/** Letters. */
const PAPER_LENGTH = { far: 36, near: 96, focus: 120 };
/** Camera ratios between which titles grow to all their length. */
const WHOLE_TITLES = [0.42, 0.1] as const;
/** A longer name takes two lines. */
const LINE_LENGTH = 44;
const CONCEPT_LENGTH = 40;
/** Letters to a line, about. */
const THEME_LINE = 20;
const HALO = 3.5;

/** Titles grow as the camera comes nearer; `ratio` is the camera's. */
export function linesOf(
  { name, kind }: Pick<DrawnNode, 'name' | 'kind'>,
  level: Level,
  ratio: number,
): string[] {
  if (kind === 'Theme') return themeLines(name, THEME_LINE);
  if (kind !== 'Paper') return [shorten(name, CONCEPT_LENGTH)];
  const { far, near, focus } = PAPER_LENGTH;
  const length = far + (near - far) * share(ratio, WHOLE_TITLES);
  const text = shorten(name, Math.round(level === 'focus' ? focus : length));
  return text.length <= LINE_LENGTH ? [text] : wrapName(text, Math.ceil(text.length / 2) + 6);
}

/** `radius` of the node on screen, in pixels. */
export function letteringOf(
  { kind }: Pick<DrawnNode, 'kind'>,
  level: Level,
  radius: number,
  ground: (typeof GROUNDS)[Scheme],
): Lettering {
  const paper = kind === 'Paper';
  const focus = level === 'focus';
  const theme = kind === 'Theme';
  return {
    size: theme ? 14 : focus ? 13 : paper ? 11.5 : Math.min(14, 10.5 + radius * 0.22),
    weight: focus || theme ? 650 : paper ? 420 : 520,
    colour: paper && !focus ? ground.quiet : ground.ink,
    ground: ground.map,
    halo: HALO,
    presence: 1,
  };
}
