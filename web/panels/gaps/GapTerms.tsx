import { spokenName } from '../../components/figures.ts';
import classes from './GapTerms.module.css';

/** What stands in a formula and in the figures of a gap. */
export function GapTerms({ terms }: { terms: Readonly<Record<string, string>> }) {
  return (
    <ul className={classes.terms}>
      {Object.entries(terms).map(([name, meaning]) => (
        <li key={name}>
          <strong>{spokenName(name)}</strong>: {meaning}
        </li>
      ))}
    </ul>
  );
}
