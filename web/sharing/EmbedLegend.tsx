import type { ReactNode } from 'react';
import type { GraphView } from '../../graph/contract.ts';
import { KindIcon } from '../components/KindIcon.tsx';
import { ThemeDot } from '../components/ThemeDot.tsx';
import { pluralOf } from '../components/words.ts';
import { kindRows, themeRows } from '../panels/legend-rows.ts';
import { scaleOf } from '../panels/map/scale-buckets.ts';
import { bucketWords, isContinuous, isWhole, SCALE_TITLES, withoutWords } from '../panels/map/scale-words.ts';
import { useAppearance } from '../state/appearance.ts';
import { useView } from '../state/view.ts';
import { scaleColour } from '../theme/scales.ts';
import classes from './EmbedLegend.module.css';
import { viewInWords } from './view-words.ts';

/** What the map shows, with its filters in words, and under it, folded, what colours and shapes mean. */
export function EmbedLegend({ view }: { view: GraphView }) {
  const { hidden, colouring } = useView();
  const scheme = useAppearance((state) => state.scheme);
  const drawn = view.nodes.id.filter((id) => !hidden.has(id)).length;
  const scale = isContinuous(colouring) ? scaleOf(view, colouring, isWhole(colouring)) : null;
  const without = isContinuous(colouring) && scale ? withoutWords(colouring, scale.without) : null;
  return (
    <section className={classes.caption} aria-label="What is shown">
      <p className={classes.about}>{viewInWords(view, drawn)}</p>
      <details className={classes.legend}>
        <summary>Legend</summary>
        <div className={classes.parts}>
          {isContinuous(colouring) && scale && (
            <Part title={`Colour: ${SCALE_TITLES[colouring]}`}>
              {scale.buckets.map((bucket) => (
                <Row
                  key={bucket.from}
                  mark={<Swatch colour={scaleColour(bucket.share, scheme)} />}
                  name={bucketWords(colouring, bucket)}
                  count={bucket.nodes}
                />
              ))}
            </Part>
          )}
          {without && <p className={classes.count}>{without}</p>}
          <Part title={colouring === 'theme' ? 'Themes' : 'Lands: themes'}>
            {themeRows(view).map(({ theme, papers, concepts }) => (
              <Row
                key={theme.id}
                mark={<ThemeDot colour={theme.colour} />}
                name={theme.label}
                count={papers + concepts}
              />
            ))}
          </Part>
          <Part title="Kinds">
            {kindRows(view).map(({ kind, drawn: number }) => (
              <Row
                key={kind}
                mark={
                  <span data-kind={kind} data-coloured={colouring === 'kind' || undefined}>
                    <KindIcon kind={kind} />
                  </span>
                }
                name={pluralOf(kind)}
                count={number}
              />
            ))}
          </Part>
        </div>
      </details>
    </section>
  );
}

function Part({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h2 className={classes.heading}>{title}</h2>
      <ul className="plain">{children}</ul>
    </>
  );
}

function Row({ mark, name, count }: { mark: ReactNode; name: string; count: number }) {
  return (
    <li className={classes.row}>
      {mark}
      <span>{name}</span>
      <span className={classes.count}>{count.toLocaleString('en')}</span>
    </li>
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <rect width="10" height="10" rx="3" fill={colour} />
    </svg>
  );
}
