import type { GraphView } from '../../../graph/contract.ts';
import { figure } from '../../components/figures.ts';
import { RowButton } from '../../components/RowButton.tsx';
import { Section } from '../../components/Section.tsx';
import { count } from '../../components/words.ts';
import { useAppearance } from '../../state/appearance.ts';
import { type Colouring, useView } from '../../state/view.ts';
import { scaleColour } from '../../theme/scales.ts';
import classes from './ScaleLegend.module.css';
import { type Bucket, type Scale, scaleOf } from './scale-buckets.ts';

type Continuous = Exclude<Colouring, 'theme' | 'kind'>;

const TITLES: Readonly<Record<Continuous, string>> = {
  year: 'Year',
  count: 'Papers a concept is in',
  betweenness: 'Betweenness',
  stability: 'Stability of a concept’s theme',
};
const WITHOUT: Readonly<Record<Continuous, string>> = {
  year: 'no year',
  count: 'papers, not coloured',
  betweenness: '',
  stability: 'not coloured',
};
const PARTS = 32;

/** What the colours of a continuous scale mean, with its ends; steps of years and of papers narrow the map when clicked. */
export default function ScaleLegend({ view, measure }: { view: GraphView; measure: Continuous }) {
  const whole = measure === 'year' || measure === 'count';
  const scale = scaleOf(view, measure, whole);
  return (
    <Section title={TITLES[measure]}>
      {scale ? (
        <>
          <Bar />
          <p className={classes.ends}>
            <span>{inWords(measure, scale.span.least)}</span>
            <span>{inWords(measure, scale.span.most)}</span>
          </p>
          {whole && <Steps scale={scale} measure={measure} />}
          {scale.without > 0 && (
            <p className={classes.without}>
              {count(scale.without, 'node')}: {WITHOUT[measure]}
            </p>
          )}
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

function Steps({ scale, measure }: { scale: Scale; measure: 'year' | 'count' }) {
  const { narrow } = useView();
  const { from, to, minPapers } = useView((state) => state.narrowing);
  const scheme = useAppearance((state) => state.scheme);
  const pressed = (bucket: Bucket) =>
    measure === 'year' ? from === bucket.from && to === bucket.to : minPapers === bucket.from;
  const choose = (bucket: Bucket) => {
    const off = pressed(bucket);
    if (measure === 'year') narrow(off ? { from: null, to: null } : { from: bucket.from, to: bucket.to });
    else narrow({ minPapers: off ? null : bucket.from });
  };
  return (
    <ul className="plain">
      {scale.buckets.map((bucket) => (
        <li key={bucket.from}>
          <RowButton
            lead={<Swatch colour={scaleColour(bucket.share, scheme)} />}
            name={<Reach bucket={bucket} measure={measure} />}
            tail={bucket.nodes.toLocaleString('en')}
            pressed={pressed(bucket)}
            onClick={() => choose(bucket)}
          />
        </li>
      ))}
    </ul>
  );
}

function Reach({ bucket: { from, to }, measure }: { bucket: Bucket; measure: 'year' | 'count' }) {
  const reach = from === to ? `${from}` : `${from} to ${to}`;
  return (
    <>
      {reach}
      <span className="sr-only">
        {measure === 'year' ? ': only these years' : `: only ${from} papers or more`}
      </span>
    </>
  );
}

export function Swatch({ colour }: { colour: string }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <rect width="10" height="10" rx="3" fill={colour} />
    </svg>
  );
}

function inWords(measure: Continuous, value: number): string {
  if (measure === 'year') return String(value);
  if (measure === 'count') return count(value, 'paper');
  if (measure === 'stability') return `${Math.round(value * 100)} %`;
  return figure(value);
}
