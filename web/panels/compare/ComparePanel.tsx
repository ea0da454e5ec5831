import { useEffect, useMemo } from 'react';
import type { Comparison } from '../../../graph/contract.ts';
import { CypherButton } from '../../components/CypherButton.tsx';
import { NodeRefLink } from '../../components/NodeRefLink.tsx';
import { PanelHead } from '../../components/PanelHead.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { Section } from '../../components/Section.tsx';
import { useComparison } from '../../queries.ts';
import { PanelFailure } from '../PanelFailure.tsx';
import panel from '../panel.module.css';
import { standTogether } from '../paths/lay-together.ts';
import { CompareColumn } from './CompareColumn.tsx';
import classes from './compare.module.css';
import { YearLines } from './YearLines.tsx';

/** Two papers, concepts or themes side by side. */
export default function ComparePanel({ id }: { id: string }) {
  const { data, error, refetch } = useComparison(id);
  const part = useMemo(() => {
    if (!data) return undefined;
    const ids = [data.one.id, data.other.id];
    return { ids, marked: data.type === 'theme' ? [] : ids };
  }, [data]);
  useEffect(() => (part ? standTogether(part) : undefined), [part]);
  if (error) return <PanelFailure type="compare" error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton />;
  const { one, other, type, shared, onlyOne, onlyOther, counts, years } = data;
  const drawsYears = years.one.length + years.other.length > 0 && type !== 'paper';
  return (
    <article className={classes.compare}>
      <PanelHead
        kind={<span className={panel.meta}>Two {type}s side by side</span>}
        name={`${one.label} and ${other.label}`}
      />
      <Facts comparison={data} />
      {drawsYears && (
        <Section title="Papers by year">
          <YearLines
            one={{ name: one.label, years: years.one }}
            other={{ name: other.label, years: years.other }}
          />
        </Section>
      )}
      <div className={classes.columns}>
        <CompareColumn title="Only the left" note={one.label} side={onlyOne} of={counts.onlyOne} />
        <CompareColumn title="Shared" side={shared} of={counts.shared} />
        <CompareColumn title="Only the right" note={other.label} side={onlyOther} of={counts.onlyOther} />
      </div>
      <footer className={panel.foot}>
        <CypherButton cypher={data.cypher} />
      </footer>
    </article>
  );
}

function Facts({ comparison: { one, other, facts } }: { comparison: Comparison }) {
  return (
    <div className={classes.factsRoom}>
      <table className={classes.facts}>
        <thead>
          <tr>
            <td />
            {[one, other].map((node) => (
              <th key={node.id} scope="col">
                <NodeRefLink node={node} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.name}>
              <th scope="row">{fact.name}</th>
              <td>{fact.one}</td>
              <td>{fact.other}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
