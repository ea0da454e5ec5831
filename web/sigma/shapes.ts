/** Kinds told by shape: the same on the map (by number) and in the panels (as an outline in a 16 x 16 box). */
import type { DrawnKind } from '../../graph/contract.ts';

interface Shape {
  /** What `node-shape-program.ts` knows it by. */
  readonly code: number;
  readonly name: string;
  /** SVG path in a box of 16 by 16. */
  readonly path: string;
  /** Hollow shapes are drawn as a ring. */
  readonly hollow: boolean;
}

const circle = (radius: number) =>
  `M${8 - radius} 8a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;

export const SHAPES: Readonly<Record<DrawnKind, Shape>> = {
  Paper: { code: 0, name: 'disc', path: circle(6), hollow: false },
  Method: {
    code: 1,
    name: 'square',
    path: 'M3.5 2.5h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1Z',
    hollow: false,
  },
  Task: { code: 2, name: 'triangle', path: 'M8 1.6 14.8 13.4H1.2Z', hollow: false },
  Dataset: { code: 3, name: 'diamond', path: 'M8 .9 15.1 8 8 15.1.9 8Z', hollow: false },
  Metric: { code: 4, name: 'upturned triangle', path: 'M8 14.4 1.2 2.6h13.6Z', hollow: false },
  Model: { code: 5, name: 'hexagon', path: 'M8 1 14.1 4.5v7L8 15 1.9 11.5v-7Z', hollow: false },
  Term: { code: 6, name: 'ring', path: circle(5), hollow: true },
  Theme: { code: 0, name: 'large disc', path: circle(7.2), hollow: false },
};
