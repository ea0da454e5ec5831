import type { Backtest } from '../../../graph/contract.ts';
import { Section } from '../../components/Section.tsx';
import classes from './MethodNotes.module.css';

/** What each ranking does, and what the figures mean. */
export function MethodNotes({ methods }: { methods: Backtest['methods'] }) {
  return (
    <Section title="What the words mean">
      <dl className={classes.notes}>
        {methods.map(({ name, title, meaning }) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
        <div>
          <dt>AP, average precision</dt>
          <dd>
            The share of right pairs down to each right one, on average: 1 would be all right ones first.
          </dd>
        </div>
        <div>
          <dt>AUC</dt>
          <dd>How often a pair that was joined stands above one that was not; 0.5 is chance.</dd>
        </div>
        <div>
          <dt>Hits</dt>
          <dd>How many of the first 10, 50 and 100 pairs were joined.</dd>
        </div>
        <div>
          <dt>Pairs of like popularity</dt>
          <dd>
            Each pair that was joined against pairs that were not and are about as popular, so that popularity
            alone gains nothing.
          </dd>
        </div>
        <div>
          <dt>Lift</dt>
          <dd>Average precision over that of another ranking.</dd>
        </div>
      </dl>
    </Section>
  );
}
