import { KindIcon } from '../../components/KindIcon.tsx';
import { TargetLink } from '../../components/TargetLink.tsx';
import { shorten } from '../../components/words.ts';
import { openTarget } from '../../navigation.ts';
import classes from './CellView.module.css';
import type { CellForm, CellNode } from './cell.ts';

/** Letters of a node's name within a path, so that all of the path is seen. */
const STOP_LENGTH = 26;
/** Items of a list that are shown; the title has all. */
const ITEMS = 12;

export function CellView({ cell }: { cell: CellForm }) {
  if (cell.form === 'null') return <span className={classes.nothing}>null</span>;
  if (cell.form === 'node') return <NodeView node={cell.node} />;
  if (cell.form === 'relation') {
    return (
      <span className={classes.relation} title={JSON.stringify(cell.properties)}>
        {cell.type}
      </span>
    );
  }
  if (cell.form === 'path') {
    return (
      <span className={classes.path}>
        {cell.nodes.map((node, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path may pass a node twice, and never changes.
          <span key={i} className={classes.step}>
            {i > 0 && <span className={classes.relation}>{cell.types[i - 1]}</span>}
            <NodeView node={node} length={STOP_LENGTH} />
          </span>
        ))}
      </span>
    );
  }
  if (cell.form === 'list') {
    return (
      <span className={classes.list}>
        {cell.items.slice(0, ITEMS).map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a result never changes.
          <span key={i} className={classes.item}>
            <CellView cell={item} />
          </span>
        ))}
        {cell.items.length > ITEMS && (
          <span className={classes.nothing}>and {cell.items.length - ITEMS} more</span>
        )}
      </span>
    );
  }
  return (
    <span className={classes[cell.form] ?? ''} title={cell.text}>
      {cell.text}
    </span>
  );
}

function NodeView({ node, length }: { node: CellNode; length?: number }) {
  const name = length === undefined ? node.name : shorten(node.name, length);
  const content = (
    <>
      {node.kind && <KindIcon kind={node.kind} size={10} />}
      <span>{name}</span>
    </>
  );
  const title = `${node.labels.join(', ')}: ${node.name}`;
  if (!node.target) {
    return (
      <span className={classes.node} title={title}>
        {content}
      </span>
    );
  }
  return (
    <TargetLink
      target={node.target}
      className={classes.node}
      {...(node.kind ? { kind: node.kind } : {})}
      title={title}
      onOpen={openTarget}
    >
      {content}
    </TargetLink>
  );
}
