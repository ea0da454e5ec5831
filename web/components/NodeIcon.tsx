import type { NodeRef } from '../../graph/contract.ts';
import { KindIcon } from './KindIcon.tsx';
import { ThemeDot } from './ThemeDot.tsx';

/** A theme's colour, or the shape of the kind of all else. */
export function NodeIcon({ node }: { node: NodeRef }) {
  return node.kind === 'Theme' ? (
    <ThemeDot colour={node.colour ?? -1} size={9} />
  ) : (
    <KindIcon kind={node.kind} size={10} />
  );
}
