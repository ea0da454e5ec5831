const FAMILY = '"Inter Variable", Inter, system-ui, sans-serif';

/** As a canvas takes it; `size` in pixels. */
export const font = (size: number, weight: number): string => `${weight} ${size}px ${FAMILY}`;
