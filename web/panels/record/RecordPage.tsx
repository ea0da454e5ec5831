import { useState } from 'react';
import type { Backtest, TrackRecord } from '../../../graph/contract.ts';
import { Choice } from '../../components/Choice.tsx';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { Section } from '../../components/Section.tsx';
import { StoreCommand } from '../../components/StoreCommand.tsx';
import { count } from '../../components/words.ts';
import { useBacktest } from '../../queries.ts';
import { MethodNotes } from './MethodNotes.tsx';
import { PrecisionChart } from './PrecisionChart.tsx';
import classes from './RecordPage.module.css';
import { RecordTable } from './RecordTable.tsx';
import { cutsOf, horizonsOf, methodsOf, type Pool, usualHorizon, withinYears } from './record-words.ts';
import { ThemePairTable } from './ThemePairTable.tsx';

/** What the rankings of earlier years said of the years after, in this collection. */
export default function RecordPage() {
  const { data, error, refetch } = useBacktest();
  if (error)
    return (
      <Failure what="The track record could not be loaded." error={error} onRetry={() => void refetch()} />
    );
  if (!data) return <PanelSkeleton />;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h2>Track record</h2>
        <p>
          A back-test goes back to a year, builds everything from the papers up to it alone (concepts, merges,
          themes, rankings), and asks which pairs of concepts were then first joined by a paper. It shows how
          far the lists of gaps foretold what came, beside what popularity alone would have said; a gap that
          stayed open is no error.
        </p>
        {data.record && (
          <p className={classes.of}>
            {count(data.record.papers, 'paper')}, seed {data.record.seed}
          </p>
        )}
        <CypherButton cypher={data.cypher} />
      </header>
      {data.record ? <Record record={data.record} methods={data.methods} /> : <Refused backtest={data} />}
      <MethodNotes methods={data.methods} />
    </div>
  );
}

function Refused({ backtest }: { backtest: Backtest }) {
  return (
    <div className={classes.refused}>
      <h3>No track record</h3>
      {backtest.refused && <p>{backtest.refused}</p>}
      <p>This makes one where there are papers enough; a large collection takes minutes:</p>
      <StoreCommand name="backtest" />
    </div>
  );
}

function Record({ record, methods }: { record: TrackRecord; methods: Backtest['methods'] }) {
  const horizons = horizonsOf(record);
  const [horizon, setHorizon] = useState(() => usualHorizon(record) ?? 0);
  const [pool, setPool] = useState<Pool>('matched');
  const names = methodsOf(record, methods);
  const cuts = cutsOf(record, horizon);
  return (
    <>
      <Section title="Average precision by ranking">
        <div className={classes.charts}>
          {horizons.map((years) => (
            <PrecisionChart
              key={years}
              title={`Joined ${withinYears(years)}`}
              cuts={cutsOf(record, years)}
              names={names}
              methods={methods}
            />
          ))}
        </div>
      </Section>
      <Section title="All figures">
        <div className={classes.choices}>
          <Choice<Pool>
            label="Among which pairs"
            value={pool}
            onChange={setPool}
            options={[
              { value: 'matched', label: 'Among pairs of like popularity' },
              { value: 'all', label: 'Among all pairs' },
            ]}
          />
          <Choice
            label="Years ahead"
            value={String(horizon)}
            onChange={(value) => setHorizon(Number(value))}
            options={horizons.map((years) => ({ value: String(years), label: count(years, 'year') }))}
          />
        </div>
        <RecordTable cuts={cuts} names={names} methods={methods} pool={pool} />
      </Section>
      <Section title="Theme pairs">
        <ThemePairTable rows={record.themePairs} />
      </Section>
    </>
  );
}
