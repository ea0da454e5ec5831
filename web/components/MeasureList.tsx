import classes from './MeasureList.module.css';

/** What a measure is, in words that can be put on screen. */
export interface MeasureWords {
  readonly name: string;
  readonly meaning: string;
  readonly formula: string;
  readonly source: string;
}

export function MeasureList({ measures }: { measures: readonly MeasureWords[] }) {
  return (
    <dl className={classes.measures}>
      {measures.map(({ name, meaning, formula, source }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {meaning}
            <code>{formula}</code>
            <span>{source}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
