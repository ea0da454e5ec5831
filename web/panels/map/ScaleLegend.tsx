import type { GraphView } from '../../../graph/contract.ts';
import { RowButton } from '../../components/RowButton.tsx';
import { Section } from '../../components/Section.tsx';
import { count } from '../../components/words.ts';
import { useAppearance } from '../../state/appearance.ts';
import { useView } from '../../state/view.ts';
import { scaleColour } from '../../theme/scales.ts';
import classes from './ScaleLegend.module.css';
import { type Bucket, type Scale, scaleOf, within } from './scale-buckets.ts';
import {
  bucketWords,
  type Continuous,
  clickWords,
  isWhole,
  SCALE_TITLES,
  scaleValue,
  withoutWords,
} from './scale-words.ts';

const PARTS = 32;
const MEANINGS: Readonly<Record<Continuous, string>> = {
  year: 'Of a paper its year; of a concept the middle year of its papers. A click shows what has papers from those years.',
  count: 'A click shows the concepts of so many papers or more.',
  betweenness: 'A click picks these nodes; it takes none off the map.',
  stability: 'A click picks these concepts; it takes none off the map.',
};

/** What the colours of a continuous scale mean; a click on a step of years or of papers narrows the map, on others it picks. */
export default function ScaleLegend({ view, measure }: { view: GraphView; measure: Continuous }) {
  const { narrow } = useView();
  const { from, to } = useView((state) => state.narrowing);
  const scale = scaleOf(view, measure, isWhole(measure));
  const without = scale && withoutWords(measure, scale.without);
  const spanned = measure === 'year' && (from !== null || to !== null);
  return (
    <Section
      title={SCALE_TITLES[measure]}
      aside={
        spanned && (
          <button type="button" className={classes.all} onClick={() => narrow({ from: null, to: null })}>
            All years
          </button>
        )
      }
    >
      {scale ? (
        <>
          <Bar />
          <p className={classes.ends}>
            <span>{scaleValue(measure, scale.span.least)}</span>
            <span>{scaleValue(measure, scale.span.most)}</span>
          </p>
          <Steps view={view} scale={scale} measure={measure} />
          <p className={classes.without}>{MEANINGS[measure]}</p>
          {without && <p className={classes.without}>{without}</p>}
        </>
      ) : (
        <p className={classes.without}>Nothing that is drawn has a value.</p>
      )}
    </Section>
  );
}

function Bar() {
  const scheme = useAppearance((state) => state.scheme);
  return (
    <svg
      className={classes.bar}
      viewBox={`0 0 ${PARTS} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: PARTS }, (_, part) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a bar are told by where they are.
          key={part}
          x={part}
          width="1.05"
          height="1"
          fill={scaleColour(part / (PARTS - 1), scheme)}
        />
      ))}
    </svg>
  );
}

function Steps({ view, scale, measure }: { view: GraphView; scale: Scale; measure: Continuous }) {
  const { from, to } = useView((state) => state.narrowing);
  const scheme = useAppearance((state) => state.scheme);
  const act = useBucketAct(measure);
  const buckets = measure === 'year' ? within(scale.buckets, from, to) : scale.buckets;
  return (
    <ul className="plain">
      {buckets.map((bucket) => (
        <li key={bucket.from} title={clickWords(measure, bucket)}>
          <RowButton
            lead={<Swatch colour={scaleColour(bucket.share, scheme)} />}
            name={
              <>
                {bucketWords(measure, bucket)}
                <span className="sr-only">: {clickWords(measure, bucket)}</span>
              </>
            }
            tail={tailWords(view, measure, bucket)}
            pressed={act.pressed(bucket)}
            onClick={() => act.choose(bucket)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Years and papers are asked of the server; what else a node is coloured by is known only of what is drawn. */
function useBucketAct(measure: Continuous) {
  const { narrow, pick, picked, hidden } = useView();
  const { from, to, minPapers } = useView((state) => state.narrowing);
  const shown = (bucket: Bucket) => bucket.ids.filter((id) => !hidden.has(id));
  const pressed = (bucket: Bucket): boolean => {
    if (measure === 'year') return from === bucket.from && to === bucket.to;
    if (measure === 'count') return minPapers === bucket.from;
    const ids = shown(bucket);
    return ids.length > 0 && ids.length === picked.size && ids.every((id) => picked.has(id));
  };
  const choose = (bucket: Bucket): void => {
    const off = pressed(bucket);
    if (measure === 'year') narrow(off ? { from: null, to: null } : { from: bucket.from, to: bucket.to });
    else if (measure === 'count') narrow({ minPapers: off ? null : bucket.from });
    else pick(off ? [] : shown(bucket));
  };
  return { pressed, choose };
}

/** How much a click leaves or picks; nothing where that is not known before. */
function tailWords(
  { years }: GraphView,
  measure: Continuous,
  { from, to, nodes }: Bucket,
): string | undefined {
  if (measure === 'count') return undefined;
  if (measure !== 'year') return nodes.toLocaleString('en');
  const among = years.filter(({ year }) => year >= from && year <= to);
  return count(
    among.reduce((sum, { papers }) => sum + papers, 0),
    'paper',
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <rect width="10" height="10" rx="3" fill={colour} />
    </svg>
  );
}
