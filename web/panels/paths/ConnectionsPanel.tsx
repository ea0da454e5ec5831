import { useEffect, useMemo } from 'react';
import type { Connections } from '../../../graph/contract.ts';
import { CypherButton } from '../../components/CypherButton.tsx';
import { NodeRefLink } from '../../components/NodeRefLink.tsx';
import { PanelHead } from '../../components/PanelHead.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { Section } from '../../components/Section.tsx';
import { count } from '../../components/words.ts';
import { showNodesOnMap } from '../../navigation.ts';
import { useConnections } from '../../queries.ts';
import { partsOf } from '../../state/selection.ts';
import { useNodeNames } from '../../use-node-names.ts';
import { MarkedSentence } from '../MarkedSentence.tsx';
import { PanelFailure } from '../PanelFailure.tsx';
import panel from '../panel.module.css';
import { standTogether } from './lay-together.ts';
import classes from './paths.module.css';

type Connector = Connections['connectors'][number];
type NameOf = (id: string) => string;

/** What connects several papers and concepts, and which of them hang together. */
export default function ConnectionsPanel({ id }: { id: string }) {
  const { data, error, refetch } = useConnections(id);
  const picked = partsOf(id);
  const nameOf = useNodeNames(picked);
  const part = useMemo(
    () =>
      data && { ids: partsOf(id), marked: [...partsOf(id), ...data.connectors.map(({ node }) => node.id)] },
    [data, id],
  );
  useEffect(() => (part ? standTogether(part) : undefined), [part]);
  if (error) return <PanelFailure type="connections" error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton />;
  const { connectors, groups } = data;
  const show = () =>
    void showNodesOnMap(
      picked.map((one) => ({ id: one, kind: 'Concept' })),
      connectors.map(({ node }) => node),
    );
  return (
    <article>
      <PanelHead
        kind={<span className={panel.meta}>What connects these</span>}
        name={`What connects ${count(picked.length, 'node')}`}
      >
        <p className={panel.meta}>{picked.map(nameOf).join(', ')}</p>
        <p className={panel.links}>
          <button type="button" className={panel.inline} onClick={show}>
            Show them on the map
          </button>
        </p>
      </PanelHead>
      {groups.length > 0 && <Groups groups={groups} of={picked.length} nameOf={nameOf} />}
      <Section title="Connected by" aside={connectors.length}>
        {connectors.length === 0 ? (
          <p className={panel.meta}>Nothing is tied to two of them.</p>
        ) : (
          <ul className="plain">
            {connectors.map((connector) => (
              <ConnectorItem
                key={connector.node.id}
                connector={connector}
                of={picked.length}
                nameOf={nameOf}
              />
            ))}
          </ul>
        )}
      </Section>
      <footer className={panel.foot}>
        <CypherButton cypher={data.cypher} />
      </footer>
    </article>
  );
}

function Groups({ groups, of, nameOf }: { groups: Connections['groups']; of: number; nameOf: NameOf }) {
  if (groups.length === 1 && groups[0]!.length === of)
    return (
      <Section title="Groups">
        <p className={panel.meta}>All of them hang together.</p>
      </Section>
    );
  return (
    <Section title="Groups that hang together" aside={groups.length}>
      <ul className="plain">
        {groups.map((group) => (
          <li key={group.join()} className={classes.group}>
            {group.map(nameOf).join(', ')}
            {group.length === 1 && <span className={panel.share}> alone</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ConnectorItem({ connector, of, nameOf }: { connector: Connector; of: number; nameOf: NameOf }) {
  const { node, to, sentences } = connector;
  return (
    <li className={classes.connector}>
      <NodeRefLink node={node} />
      <p className={classes.ties}>
        {to.length === of ? `All ${of}` : `${to.length} of ${of}: ${to.map(nameOf).join(', ')}`}
      </p>
      {sentences.length > 0 && (
        <details className={panel.stated}>
          <summary>{count(sentences.length, 'sentence')}</summary>
          {sentences.map(({ paper, sentence, marks }) => (
            <div key={`${paper.id} ${sentence}`}>
              <p className={panel.evidence}>
                <MarkedSentence sentence={sentence} marks={marks} />
              </p>
              <p className={classes.source}>
                <NodeRefLink node={{ id: paper.id, kind: 'Paper', label: paper.label, colour: null }} />
              </p>
            </div>
          ))}
        </details>
      )}
    </li>
  );
}
