import type { Themes } from '../../../graph/contract.ts';
import { FoldSection } from '../../components/FoldSection.tsx';
import { decimals } from '../../components/figures.ts';
import { agreementInWords } from '../../components/trust.ts';
import { count } from '../../components/words.ts';
import { ALGORITHM_NAMES } from './algorithms.ts';
import classes from './ThemesPage.module.css';

/** How the themes were found, and how far two runs agree. */
export function ThemeTrust({ themes }: { themes: Themes }) {
  const { agreement, algorithm, resolution, seed, modularity } = themes;
  const own = agreement.find((row) => row.algorithm === algorithm) ?? agreement[0];
  if (!own) return null;
  return (
    <FoldSection name="themes:trust" title="How far they can be trusted" open>
      <p className={classes.text}>
        {ALGORITHM_NAMES[own.algorithm]} was run {count(own.runs, 'time')} from different seeds
        {resolution !== null && ` at resolution ${resolution}`}; the themes are what the runs agree on
        {seed !== null && `, and seed ${seed} gives the same again`}. Two of its runs divide the concepts into
        groups that are {agreementInWords(own.meanRand)}: their adjusted Rand index, 1 for equal and 0 for
        chance, is {decimals(own.meanRand, 2)} on average.
        {modularity !== null && ` The modularity of the themes is ${decimals(modularity, 3)}.`} A theme's
        stability tells in how many of the runs two of its concepts stood together: trust a steady one, and
        read an unsteady one as one of several ways to divide.
      </p>
      <table className={classes.figures}>
        <caption className="sr-only">Agreement of the runs</caption>
        <thead>
          <tr>
            <th scope="col">Algorithm</th>
            <th scope="col">Runs</th>
            <th scope="col">Mean adjusted Rand index of two runs</th>
            <th scope="col">Modularity of the best run</th>
          </tr>
        </thead>
        <tbody>
          {agreement.map((row) => (
            <tr key={row.algorithm}>
              <th scope="row">
                {ALGORITHM_NAMES[row.algorithm]}
                {row.algorithm === algorithm && <span className={classes.quiet}> made these themes</span>}
              </th>
              <td>{row.runs}</td>
              <td>{decimals(row.meanRand, 3)}</td>
              <td>{decimals(row.modularity, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </FoldSection>
  );
}
