import { useEffect, useMemo, useState } from 'react';
import { PATH_ORDERS, type PathOrder, type Paths } from '../../../graph/contract.ts';
import { Choice } from '../../components/Choice.tsx';
import { CypherButton } from '../../components/CypherButton.tsx';
import { PanelHead } from '../../components/PanelHead.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { Section } from '../../components/Section.tsx';
import { count } from '../../components/words.ts';
import { usePaths } from '../../queries.ts';
import { useCameraAddress } from '../../state/camera-address.ts';
import { endsOf } from '../../state/selection.ts';
import { useNodeNames } from '../../use-node-names.ts';
import { PanelFailure } from '../PanelFailure.tsx';
import panel from '../panel.module.css';
import { layPath } from './lay-path.ts';
import { standTogether } from './lay-together.ts';
import { PathChain } from './PathChain.tsx';
import classes from './paths.module.css';

const ORDER_NAMES: Readonly<Record<PathOrder, string>> = { shortest: 'Shortest', strongest: 'Strongest' };
const ORDER_MEANINGS: Readonly<Record<PathOrder, string>> = {
  shortest: 'Fewest steps first; of equals, those through what is rarer.',
  strongest: 'By how strong the ties are, even where that takes more steps.',
};

type Path = Paths['paths'][number];
const idsOf = ({ nodes }: Path) => nodes.map(({ id }) => id);

/** How two papers or concepts are connected, with the sentence behind each step. */
export default function PathPanel({ id }: { id: string }) {
  const [by, setBy] = useState<PathOrder>('shortest');
  const { data, error, refetch, isPlaceholderData } = usePaths(id, by);
  const [from, to] = endsOf(id);
  const nameOf = useNodeNames([from, to]);
  const [pointed, setPointed] = useState<Path | null>(null);
  const shown = data?.paths.find((path) => path === pointed) ?? data?.paths[0];
  const part = useMemo(() => shown && { ids: idsOf(shown), steps: shown.steps }, [shown]);
  useEffect(() => (part ? standTogether(part) : undefined), [part]);
  const point = (path: Path) => {
    if (path === shown) return;
    useCameraAddress.getState().settle(null);
    setPointed(path);
  };
  if (error) return <PanelFailure type="path" error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton />;
  return (
    <article>
      <PanelHead
        kind={<span className={panel.meta}>How they are connected</span>}
        name={`${nameOf(from)} to ${nameOf(to)}`}
      >
        <Choice
          label="Which paths first"
          value={by}
          onChange={(chosen) => setBy(chosen)}
          options={PATH_ORDERS.map((value) => ({ value, label: ORDER_NAMES[value] }))}
          className={classes.order}
        />
        <p className={panel.meta}>{ORDER_MEANINGS[by]}</p>
      </PanelHead>
      {data.paths.length === 0 && (
        <p className={classes.none}>No path of a few steps leads from the one to the other.</p>
      )}
      <div aria-busy={isPlaceholderData || undefined}>
        {data.paths.map((path, i) => (
          <PathSection key={idsOf(path).join()} path={path} number={i + 1} onPoint={() => point(path)} />
        ))}
      </div>
      <footer className={panel.foot}>
        <CypherButton cypher={data.cypher} />
      </footer>
    </article>
  );
}

function PathSection({ path, number, onPoint }: { path: Path; number: number; onPoint(): void }) {
  const title = `Path ${number}, ${count(path.steps.length, 'step')}`;
  return (
    <fieldset className={classes.path} aria-label={title} onPointerEnter={onPoint} onFocus={onPoint}>
      <Section
        title={title}
        aside={
          <button type="button" className={panel.inline} onClick={() => void layPath(path).catch(() => {})}>
            Lay it over the map
          </button>
        }
      >
        <PathChain path={path} />
      </Section>
    </fieldset>
  );
}
