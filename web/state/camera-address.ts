/** Where the user left the camera, and how the address says so. A place that follows from the rest of the address is not kept. */
import { create } from 'zustand';

/** In layout units, so that it holds for any window: the middle, and how much lies across the map's shorter side. */
export interface CameraSight {
  readonly x: number;
  readonly y: number;
  readonly span: number;
}

interface CameraAddress {
  /** Null where the camera was sent by the page, or sees all. */
  readonly sight: CameraSight | null;
  /** What an address asks for; the map goes there. */
  readonly wanted: CameraSight | null;
  settle(sight: CameraSight | null): void;
  want(sight: CameraSight): void;
  /** The map went there. */
  served(): void;
}

export const useCameraAddress = create<CameraAddress>()((set) => ({
  sight: null,
  wanted: null,
  settle: (sight) => set((now) => (sight === now.sight ? now : { sight })),
  want: (wanted) => set({ wanted, sight: wanted }),
  served: () => set({ wanted: null }),
}));

const NAME = 'at';
const NUMBER = /^-?\d{1,7}(\.\d{1,6})?$/;
/** Figures that count. */
const PRECISION = 5;

export function writeSight(search: URLSearchParams, sight: CameraSight | null): void {
  if (!sight) return;
  const text = [sight.x, sight.y, sight.span].map((value) => Number(value.toPrecision(PRECISION))).join();
  search.set(NAME, text);
}

/** Null where there is none, or nothing that can be one. */
export function readSight(search: URLSearchParams): CameraSight | null {
  const parts = (search.get(NAME) ?? '').split(',');
  if (parts.length !== 3 || !parts.every((part) => NUMBER.test(part))) return null;
  const [x, y, span] = parts.map(Number) as [number, number, number];
  return span > 0 ? { x, y, span } : null;
}

export function sameSight(one: CameraSight | null, other: CameraSight | null): boolean {
  return one?.x === other?.x && one?.y === other?.y && one?.span === other?.span;
}
