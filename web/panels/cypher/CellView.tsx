import { KindIcon } from '../../components/KindIcon.tsx';
import { TargetLink } from '../../components/TargetLink.tsx';
import { shorten } from '../../components/words.ts';
import { openTarget } from '../../navigation.ts';
import classes from './CellView.module.css';
import { type CellForm, type CellNode, plainText } from './cell.ts';

/** Letters of a node's name within a path, so that all of the path is seen. */
const STOP_LENGTH = 26;
/** Items of a list that are shown; the title has all. */
const ITEMS = 12;
/** Letters of a text: more never fit into a cell. */
const TEXT_LENGTH = 400;

interface Props {
  cell: CellForm;
  /** -1 where keys reach the links in another way. */
  tabIndex?: number;
}

export function CellView({ cell, tabIndex = 0 }: Props) {
  if (cell.form === 'null') return <span className={classes.nothing}>null</span>;
  if (cell.form === 'node') return <NodeView node={cell.node} tabIndex={tabIndex} />;
  if (cell.form === 'relation') {
    return (
      <span className={classes.relation} title={JSON.stringify(cell.relation.properties)}>
        {cell.relation.type}
      </span>
    );
  }
  if (cell.form === 'path') {
    return (
      <span className={classes.path}>
        {cell.nodes.map((node, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path may pass a node twice, and never changes.
          <span key={i} className={classes.step}>
            {i > 0 && <span className={classes.relation}>{cell.relations[i - 1]?.type}</span>}
            <NodeView node={node} length={STOP_LENGTH} tabIndex={tabIndex} />
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
            <CellView cell={item} tabIndex={tabIndex} />
          </span>
        ))}
        {cell.items.length > ITEMS && (
          <span className={classes.nothing}>and {cell.items.length - ITEMS} more</span>
        )}
      </span>
    );
  }
  if (cell.form === 'map') return <span className={classes.map}>{plainText(cell)}</span>;
  return <span className={classes[cell.form] ?? ''}>{cell.text.slice(0, TEXT_LENGTH)}</span>;
}

function NodeView({ node, length, tabIndex }: { node: CellNode; length?: number; tabIndex: number }) {
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
      tabIndex={tabIndex}
      className={classes.node}
      {...(node.kind ? { kind: node.kind } : {})}
      title={title}
      onOpen={openTarget}
    >
      {content}
    </TargetLink>
  );
}
