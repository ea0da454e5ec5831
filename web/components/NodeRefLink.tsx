import type { NodeRef } from '../../graph/contract.ts';
import { openTarget, targetOf } from '../navigation.ts';
import { IconText } from './IconText.tsx';
import { NodeIcon } from './NodeIcon.tsx';
import classes from './NodeRefLink.module.css';
import { TargetLink } from './TargetLink.tsx';

/** A paper, concept or theme within a text: its shape or colour, and its name as a link to its panel. */
export function NodeRefLink({ node, onHover }: { node: NodeRef; onHover?: (inside: boolean) => void }) {
  return (
    <TargetLink
      target={targetOf(node.kind, node.id)}
      className={classes.link}
      kind={node.kind}
      title={node.kind}
      onOpen={(target) => openTarget(target, { read: true })}
      {...(onHover && { onHover })}
    >
      <span className="sr-only">{node.kind}: </span>
      <IconText icon={<NodeIcon node={node} />}>{node.label}</IconText>
    </TargetLink>
  );
}
