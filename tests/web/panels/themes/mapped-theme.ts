import type { MappedTheme } from '../../../../graph/contract.ts';
import type { PlacedTheme } from '../../../../web/panels/themes/strategic-marks.ts';

/** A theme with these properties, the others plain. */
export function mappedTheme(id: string, given: Partial<MappedTheme> = {}): MappedTheme {
  return {
    id,
    label: `first concept ${id}, second concept ${id}, third`,
    level: 0,
    size: 10,
    paperCount: 5,
    colour: 0,
    topConcepts: [],
    parent: null,
    stability: 0.8,
    ownLabel: id,
    otherStability: null,
    centrality: 10,
    density: 10,
    quadrant: 'motor',
    ...given,
  };
}

export function placedTheme(id: string, centrality: number, density: number, paperCount = 5): PlacedTheme {
  return { ...mappedTheme(id, { paperCount }), centrality, density };
}
