import type { GraphView } from '../../../graph/contract.ts';
import { RowButton } from '../../components/RowButton.tsx';
import { Section } from '../../components/Section.tsx';
import { useAppearance } from '../../state/appearance.ts';
import { useView } from '../../state/view.ts';
import { scaleColour } from '../../theme/scales.ts';
import classes from './ScaleLegend.module.css';
import { type Bucket, type Scale, scaleOf } from './scale-buckets.ts';
import { type Continuous, isWhole, SCALE_TITLES, scaleValue, withoutWords } from './scale-words.ts';

const PARTS = 32;

/** What the colours of a continuous scale mean, with its ends; steps of years and of papers narrow the map when clicked. */
export default function ScaleLegend({ view, measure }: { view: GraphView; measure: Continuous }) {
  const scale = scaleOf(view, measure, isWhole(measure));
  const without = scale && withoutWords(measure, scale.without);
  return (
    <Section title={SCALE_TITLES[measure]}>
      {scale ? (
        <>
          <Bar />
          <p className={classes.ends}>
            <span>{scaleValue(measure, scale.span.least)}</span>
            <span>{scaleValue(measure, scale.span.most)}</span>
          </p>
          {isWhole(measure) && <Steps scale={scale} measure={measure} />}
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
