import type { Backtest } from '../../../graph/contract.ts';
import { decimals, span } from '../../components/figures.ts';
import classes from './RecordTable.module.css';
import { BASELINES, type Cut, lift, OWN_METHODS, type Pool, scoresOf, titleOf } from './record-words.ts';

interface Props {
  cuts: readonly Cut[];
  names: readonly string[];
  methods: Backtest['methods'];
  pool: Pool;
}

/** Each ranking's figures, cut by cut. */
export function RecordTable({ cuts, names, methods, pool }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <section className={classes.scroller} tabIndex={0} aria-label="Figures">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Ranking</th>
            <th scope="col">AUC</th>
            <th scope="col">AP</th>
            <th scope="col">95 % interval</th>
            <th scope="col">Hits in 10</th>
            <th scope="col">50</th>
            <th scope="col">100</th>
            {BASELINES.map((name) => (
              <th key={name} scope="col">
                Lift over {titleOf(methods, name).toLowerCase()}
              </th>
            ))}
          </tr>
        </thead>
        {cuts.map((cut) => (
          <tbody key={cut.year}>
            <tr>
              <th scope="rowgroup" colSpan={7 + BASELINES.length} className={classes.cut}>
                {cut.year}
                <span>
                  {cut.positives.toLocaleString('en')} joined of {cut.candidates.toLocaleString('en')} pairs
                </span>
              </th>
            </tr>
            {names.map((name) => (
              <Row key={name} cut={cut} name={name} title={titleOf(methods, name)} pool={pool} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Row({ cut, name, title, pool }: { cut: Cut; name: string; title: string; pool: Pool }) {
  const scores = scoresOf(cut, name, pool);
  if (!scores) return null;
  const { auc, ap, hits10, hits50, hits100, interval } = scores;
  return (
    <tr data-own={OWN_METHODS.has(name) || undefined}>
      <th scope="row">{title}</th>
      <td>{decimals(auc, 3)}</td>
      <td>{decimals(ap, 3)}</td>
      <td>{interval ? span(interval.ap, 3) : '–'}</td>
      <td>{hits10}</td>
      <td>{hits50}</td>
      <td>{hits100}</td>
      {BASELINES.map((baseline) => {
        const times = name === baseline ? null : lift(cut, name, baseline, pool);
        return <td key={baseline}>{times === null ? '–' : decimals(times, 2)}</td>;
      })}
    </tr>
  );
}
