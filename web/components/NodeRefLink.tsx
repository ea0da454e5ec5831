import type { NodeRef } from '../../graph/contract.ts';
import { openTarget, targetOf } from '../navigation.ts';
import { KindIcon } from './KindIcon.tsx';
import classes from './NodeRefLink.module.css';
import { TargetLink } from './TargetLink.tsx';
import { ThemeDot } from './ThemeDot.tsx';

/** A paper, concept or theme within a text: its shape or colour, and its name as a link to its panel. */
export function NodeRefLink({ node }: { node: NodeRef }) {
  return (
    <TargetLink
      target={targetOf(node.kind, node.id)}
      className={classes.link}
      kind={node.kind}
      title={node.kind}
      onOpen={(target) => openTarget(target, { read: true })}
    >
      <span className={classes.shape}>
        {node.kind === 'Theme' ? (
          <ThemeDot colour={node.colour ?? -1} size={9} />
        ) : (
          <KindIcon kind={node.kind} size={10} />
        )}
      </span>
      <span className="sr-only">{node.kind}: </span>
      {node.label}
    </TargetLink>
  );
}
