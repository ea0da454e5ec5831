import type { GraphView } from '../../../graph/contract.ts';
import { LOOK_NAMES } from '../../components/look-names.ts';
import { Section } from '../../components/Section.tsx';
import { type Sizing, useView } from '../../state/view.ts';
import classes from './SizeLegend.module.css';
import { type SizeRow, sizeRows } from './size-samples.ts';

const MEANINGS: Readonly<Record<Exclude<Sizing, 'same'>, string>> = {
  count: 'Of a concept or theme, how many papers speak of it; of a paper, how much it has of its concepts.',
  degree: 'Links on this map.',
  betweenness: 'How many shortest ways on this map lead through it; the most is 1.',
  year: 'The later, the larger; of a concept the middle year of its papers.',
  stability: 'How sure the theme of a concept is.',
};

/** What the sizes mean: a small, a middling and the largest of what is drawn, with their values. */
export default function SizeLegend({ view }: { view: GraphView }) {
  const sizing = useView((state) => state.sizing);
  if (sizing === 'same' || view.nodes.id.length === 0) return null;
  const rows = sizeRows(view, sizing);
  return (
    <Section title={`Size: ${LOOK_NAMES[sizing].toLowerCase()}`}>
      {rows.map((row) => (
        <Samples key={row.name} row={row} named={rows.length > 1} />
      ))}
      <p className={classes.meaning}>
        {rows.length > 0 ? MEANINGS[sizing] : 'Nothing that is drawn has a value.'}
      </p>
    </Section>
  );
}

function Samples({ row: { name, samples }, named }: { row: SizeRow; named: boolean }) {
  return (
    <div className={classes.row}>
      {named && <span className={classes.name}>{name}</span>}
      <ul className={`plain ${classes.samples}`} aria-label={`Sizes of ${name.toLowerCase()}`}>
        {samples.map(({ radius, value }) => (
          <li key={value}>
            <svg
              width={2 * radius}
              height={2 * radius}
              viewBox={`${-radius} ${-radius} ${2 * radius} ${2 * radius}`}
              aria-hidden="true"
              focusable="false"
            >
              <circle r={radius} fill="currentColor" />
            </svg>
            {value}
          </li>
        ))}
      </ul>
    </div>
  );
}
