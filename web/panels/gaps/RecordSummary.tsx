import type { Gaps, TrackRecord } from '../../../graph/contract.ts';
import type { GapKind } from '../../../graph/schema.ts';
import { decimals, span } from '../../components/figures.ts';
import { useBacktest } from '../../queries.ts';
import { usePage } from '../../state/page.ts';
import { cutsOf, GAP_METHOD, lift, usualHorizon, verdictOf, withinYears } from '../record/record-words.ts';
import classes from './RecordSummary.module.css';

const VERDICTS = { more: 'faster', less: 'slower', unclear: 'no difference shown' } as const;

type Parameters = Gaps['lists'][number]['parameters'];
type Foretelling = Extract<GapKind, 'conceptPair' | 'themePair'>;

interface Props {
  kind: Foretelling;
  record: TrackRecord;
  horizon: number;
}

/** Beside a list that foretells something: how often such lists of earlier years were right. */
export function RecordSummary({ kind, parameters }: { kind: GapKind; parameters: Parameters }) {
  return kind === 'conceptPair' || kind === 'themePair' ? (
    <Summary kind={kind} parameters={parameters} />
  ) : null;
}

function Summary({ kind, parameters }: { kind: Foretelling; parameters: Parameters }) {
  const { data, error } = useBacktest();
  const show = usePage((state) => state.show);
  if (!data && !error) return <div className={classes.summary} aria-busy="true" />;
  const record = data?.record;
  const horizon = record ? usualHorizon(record) : undefined;
  function said(): string {
    if (error) return `The track record could not be loaded: ${error.message}`;
    if (!record || horizon === undefined)
      return `No track record. ${data?.refused ?? 'The back-test could say nothing of these papers.'}`;
    if (kind === 'conceptPair')
      return `Made from papers up to a year, how well did this ranking find the pairs that were first joined ${withinYears(horizon)}? Average precision among pairs of like popularity, with its 95 % interval. ${listedOf(parameters)}`;
    if (!record.themePairs.some((row) => row.horizon === horizon))
      return 'The back-test had too few theme pairs to say anything of this list.';
    return `Did the theme pairs that it flagged grow together faster ${withinYears(horizon)} than others of their size? Growth of log2 of seen over expected, flagged less others, with its 95 % interval.`;
  }
  return (
    <section className={classes.summary} aria-label="Track record of this list">
      <p className={classes.text}>
        {said()}{' '}
        <button type="button" className={classes.more} onClick={() => show('record')}>
          The whole track record
        </button>
      </p>
      {record && horizon !== undefined && (
        <ul className={classes.cuts}>
          {kind === 'conceptPair' ? (
            <ConceptPairs record={record} horizon={horizon} />
          ) : (
            <ThemePairs record={record} horizon={horizon} />
          )}
        </ul>
      )}
    </section>
  );
}

/** How the list differs from the ranking that was tested. */
function listedOf({ minCommon, maxConcepts, mostPerConcept }: Parameters): string {
  const most = mostPerConcept === undefined ? '' : `, and shows at most ${mostPerConcept} of a concept`;
  const beyond =
    maxConcepts === undefined ? 'less recent concepts' : `concepts beyond the ${maxConcepts} most recent`;
  const met =
    minCommon === undefined ? 'few of the same concepts' : `fewer than ${minCommon} of the same concepts`;
  return `The record is of the whole ranking; the list leaves out pairs that have met ${met}, pairs of like names and pairs of ${beyond}${most}.`;
}

function ConceptPairs({ record, horizon }: Omit<Props, 'kind'>) {
  return cutsOf(record, horizon).map((cut) => {
    const matched = cut.methods[GAP_METHOD]?.matched;
    const times = lift(cut, GAP_METHOD, 'recentPopularity', 'matched');
    if (!matched) return null;
    return (
      <li key={cut.year}>
        <span className={classes.year}>{cut.year}</span>
        <strong>{decimals(matched.ap, 3)}</strong>
        {matched.interval && ` (${span(matched.interval.ap, 3)})`}
        {times !== null && <span className={classes.note}>{decimals(times, 2)} × recent popularity</span>}
      </li>
    );
  });
}

function ThemePairs({ record, horizon }: Omit<Props, 'kind'>) {
  return record.themePairs
    .filter((row) => row.horizon === horizon)
    .map(({ year, difference, interval }) => (
      <li key={year}>
        <span className={classes.year}>{year}</span>
        <strong>{decimals(difference, 2)}</strong> ({span(interval, 2)})
        <span className={classes.note}>{VERDICTS[verdictOf(interval)]}</span>
      </li>
    ));
}
