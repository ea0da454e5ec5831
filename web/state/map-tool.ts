/** What a drag on the map does, and the menu that is open over it. */
import { create } from 'zustand';

export const MAP_TOOLS = ['hand', 'box', 'lasso'] as const;
export type MapTool = (typeof MAP_TOOLS)[number];

/** A node's menu; where it opens in the window, in pixels. */
export interface OpenMenu {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

interface MapToolState {
  readonly tool: MapTool;
  readonly menu: OpenMenu | null;
  /** Takes a tool up; the one that is in hand is put down. */
  take(tool: MapTool): void;
  openMenu(menu: OpenMenu): void;
  closeMenu(): void;
}

export const useMapTool = create<MapToolState>()((set) => ({
  tool: 'hand',
  menu: null,
  take: (tool) => set((now) => ({ tool: now.tool === tool ? 'hand' : tool })),
  openMenu: (menu) => set({ menu }),
  closeMenu: () => set({ menu: null }),
}));
