import type { Gaps } from '../../../graph/contract.ts';
import { CypherButton } from '../../components/CypherButton.tsx';
import { figure, spokenName } from '../../components/figures.ts';
import classes from './GapDefinition.module.css';
import { GapTerms } from './GapTerms.tsx';
import { LeftOutList } from './LeftOutList.tsx';

/** What a kind of gap is; folded, but one click away: how it is scored, from what, and what was left out. */
export function GapDefinition({ list }: { list: Gaps['lists'][number] }) {
  const { definition, parameters, considered, excluded, cypher } = list;
  return (
    <header className={classes.head}>
      <h2>{definition.name}</h2>
      <p className={classes.meaning}>{definition.meaning}</p>
      <details className={classes.fold}>
        <summary>How they are scored, and what was left out</summary>
        <dl className={classes.facts}>
          <dt>Formula</dt>
          <dd>
            <code>{definition.formula}</code>
          </dd>
          <dt>Where</dt>
          <dd>
            <GapTerms terms={definition.terms} />
          </dd>
          <dt>Source</dt>
          <dd>{definition.source}</dd>
          <dt>Parameters</dt>
          <dd>
            <ul className={classes.parameters}>
              {Object.entries(parameters).map(([name, value]) => (
                <li key={name}>
                  {spokenName(name)} <strong>{typeof value === 'number' ? figure(value) : value}</strong>
                </li>
              ))}
            </ul>
          </dd>
          <dt>Considered</dt>
          <dd>{considered.toLocaleString('en')}</dd>
          <dt>Left out</dt>
          <dd>{excluded.length === 0 ? 'Nothing' : <LeftOutList excluded={excluded} />}</dd>
        </dl>
      </details>
      <CypherButton cypher={cypher} />
    </header>
  );
}
