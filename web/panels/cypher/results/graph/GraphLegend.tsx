import { useMemo } from 'react';
import { KindIcon } from '../../../../components/KindIcon.tsx';
import type { Scheme } from '../../../../theme/palette.ts';
import classes from './GraphLegend.module.css';
import { legendRows } from './node-looks.ts';
import { typeColour } from './relation-layer.ts';
import type { ResultGraph } from './result-graph.ts';

/** What shapes and colours of a result's graph mean, with how many there are. */
export function GraphLegend({ graph, scheme }: { graph: ResultGraph; scheme: Scheme }) {
  const labels = useMemo(() => legendRows(graph.nodes, scheme), [graph, scheme]);
  const types = useMemo(() => countTypes(graph), [graph]);
  return (
    <ul className={`plain ${classes.legend}`} aria-label="Legend">
      {labels.map(({ label, look, count }) => (
        <li key={label}>
          <span style={{ color: look.colour }}>
            <KindIcon kind={look.shape} size={10} />
          </span>
          {label} <span className={classes.count}>{count.toLocaleString('en')}</span>
        </li>
      ))}
      {types.map(([type, number]) => (
        <li key={`type ${type}`}>
          <svg width="14" height="8" viewBox="0 0 14 8" aria-hidden="true" focusable="false">
            <path d="M0 4h9M8 1l5 3-5 3Z" stroke={typeColour(type, scheme)} fill={typeColour(type, scheme)} />
          </svg>
          {type} <span className={classes.count}>{number.toLocaleString('en')}</span>
        </li>
      ))}
    </ul>
  );
}

function countTypes({ relations }: ResultGraph): [type: string, count: number][] {
  const types = new Map<string, number>();
  for (const { type } of relations) types.set(type, (types.get(type) ?? 0) + 1);
  return [...types].sort(([, one], [, other]) => other - one);
}
