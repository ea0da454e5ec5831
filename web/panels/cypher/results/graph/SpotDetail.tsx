import { IconButton } from '../../../../components/IconButton.tsx';
import { TargetLink } from '../../../../components/TargetLink.tsx';
import { openTarget } from '../../../../navigation.ts';
import type { CellNode, Properties } from '../../cell.ts';
import { cellText } from '../table/cell-text.ts';
import type { Spotlight } from './graph-scene.ts';
import type { ResultGraph } from './result-graph.ts';
import classes from './SpotDetail.module.css';

interface Props {
  graph: ResultGraph;
  spot: Spotlight;
  onSelect(spot: Spotlight): void;
  onClose(): void;
}

/** What says most of a node, before the rest as it came. */
const TELLING = ['title', 'name', 'label', 'kind', 'year', 'venue', 'abstract', 'paperCount'];
const rankOf = (key: string): number => (TELLING.includes(key) ? TELLING.indexOf(key) : TELLING.length);

/** Letters of a property that are shown; the table has all of it. */
const SHOWN = 400;
/** Relations of a node that are listed. */
const LISTED = 60;

/** What is selected in a result's graph: its properties, and how it hangs together with the others. */
export function SpotDetail({ graph, spot, onSelect, onClose }: Props) {
  const node = spot.type === 'node' ? graph.nodes.find(({ ref }) => ref === spot.ref) : undefined;
  const relation =
    spot.type === 'relation'
      ? [...graph.relations, ...graph.loose].find(({ ref }) => ref === spot.ref)
      : undefined;
  const nameOf = (ref: string) => graph.nodes.find((known) => known.ref === ref);
  if (!node && !relation) return null;
  return (
    <section className={classes.detail} aria-label={node ? 'Selected node' : 'Selected relation'}>
      <header className={classes.head}>
        <h3>{node ? node.name : relation!.type}</h3>
        <IconButton icon="close" label="Let go of it" onClick={onClose} />
      </header>
      <div className={classes.body}>
        {node && (
          <p className={classes.labels}>
            <span>{node.labels.join(', ')}</span>{' '}
            {node.target && (
              <TargetLink target={node.target} className={classes.open} onOpen={openTarget}>
                Open
              </TargetLink>
            )}
          </p>
        )}
        {relation && (
          <p className={classes.ends}>
            <End node={nameOf(relation.from)} onSelect={onSelect} />
            <span aria-hidden="true"> → </span>
            <span className="sr-only"> to </span>
            <End node={nameOf(relation.to)} onSelect={onSelect} />
          </p>
        )}
        <PropertyList properties={(node ?? relation!).properties} />
        {node && <Relations graph={graph} node={node} nameOf={nameOf} onSelect={onSelect} />}
      </div>
    </section>
  );
}

function End({ node, onSelect }: { node: CellNode | undefined; onSelect(spot: Spotlight): void }) {
  if (!node) return <em>a node that was not returned</em>;
  return (
    <button type="button" className={classes.link} onClick={() => onSelect({ type: 'node', ref: node.ref })}>
      {node.name}
    </button>
  );
}

function PropertyList({ properties }: { properties: Properties }) {
  const entries = Object.entries(properties).sort(([one], [other]) => rankOf(one) - rankOf(other));
  if (entries.length === 0) return <p className={classes.none}>No properties.</p>;
  return (
    <dl className={classes.properties}>
      {entries.map(([key, value]) => {
        const text = typeof value === 'object' ? JSON.stringify(value) : cellText(value);
        return (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</dd>
          </div>
        );
      })}
    </dl>
  );
}

interface RelationsProps {
  graph: ResultGraph;
  node: CellNode;
  nameOf(ref: string): CellNode | undefined;
  onSelect(spot: Spotlight): void;
}

function Relations({ graph, node, nameOf, onSelect }: RelationsProps) {
  const own = graph.relations.filter(({ from, to }) => from === node.ref || to === node.ref);
  if (own.length === 0) return null;
  return (
    <>
      <h4>Relations</h4>
      <ul className={`plain ${classes.relations}`}>
        {own.slice(0, LISTED).map((relation) => {
          const out = relation.from === node.ref;
          const other = nameOf(out ? relation.to : relation.from);
          return (
            <li key={relation.ref}>
              <button
                type="button"
                className={classes.link}
                onClick={() => onSelect({ type: 'relation', ref: relation.ref })}
              >
                <code>
                  {out ? '' : '← '}
                  {relation.type}
                  {out ? ' →' : ''}
                </code>
              </button>{' '}
              <End node={other} onSelect={onSelect} />
            </li>
          );
        })}
        {own.length > LISTED && <li>and {(own.length - LISTED).toLocaleString('en')} more</li>}
      </ul>
    </>
  );
}
