import type { DrawnKind } from '../../graph/contract.ts';
import { SHAPES } from '../sigma/shapes.ts';

/** A kind's shape, as on the map, in the colour of the text. */
export function KindIcon({ kind, size = 11 }: { kind: DrawnKind; size?: number }) {
  const { path, hollow } = SHAPES[kind];
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill={hollow ? 'none' : 'currentColor'}
        stroke={hollow ? 'currentColor' : 'none'}
        strokeWidth="3"
      />
    </svg>
  );
}
