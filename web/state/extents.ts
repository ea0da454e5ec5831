/** How wide the side panels and how high the drawer stand, in pixels; kept from visit to visit. */
import { create } from 'zustand';

export const PANEL_BOUNDS = {
  sidebar: { least: 180, usual: 256, most: 520 },
  detail: { least: 280, usual: 372, most: 860 },
  drawer: { least: 160, usual: 320, most: 900 },
} as const;
export type ResizedPanel = keyof typeof PANEL_BOUNDS;
export const RESIZED_PANELS = Object.keys(PANEL_BOUNDS) as ResizedPanel[];

const KEY = 'lacuna:panels';

type Extents = Readonly<Record<ResizedPanel, number>>;

interface ExtentState extends Extents {
  resize(panel: ResizedPanel, pixels: number): void;
}

export function bounded(panel: ResizedPanel, pixels: number): number {
  const { least, most } = PANEL_BOUNDS[panel];
  return Math.round(Math.max(least, Math.min(most, pixels)));
}

/** What is kept may be of another version, or anybody's. */
export function parseExtents(text: string | null): Extents {
  let kept: unknown = null;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {}
  const known = (kept ?? {}) as Readonly<Record<string, unknown>>;
  const extentOf = (panel: ResizedPanel): number => {
    const pixels = known[panel];
    return typeof pixels === 'number' && Number.isFinite(pixels)
      ? bounded(panel, pixels)
      : PANEL_BOUNDS[panel].usual;
  };
  return { sidebar: extentOf('sidebar'), detail: extentOf('detail'), drawer: extentOf('drawer') };
}

function stored(): string | null {
  try {
    return globalThis.localStorage?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}

export const useExtents = create<ExtentState>()((set, get) => ({
  ...parseExtents(stored()),
  resize: (panel, pixels) => {
    set({ [panel]: bounded(panel, pixels) });
    const { sidebar, detail, drawer } = get();
    try {
      globalThis.localStorage?.setItem(KEY, JSON.stringify({ sidebar, detail, drawer }));
    } catch {
      // The size holds until the page is closed.
    }
  },
}));

/** Writes the sizes on the document, now and after each change. */
export function applyExtents(root: HTMLElement): void {
  const apply = (extents: Extents) => {
    for (const panel of RESIZED_PANELS) root.style.setProperty(`--${panel}-extent`, `${extents[panel]}px`);
  };
  apply(useExtents.getState());
  useExtents.subscribe(apply);
}
