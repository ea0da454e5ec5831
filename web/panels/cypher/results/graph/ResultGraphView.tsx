import { useMemo, useRef, useState } from 'react';
import { IconButton } from '../../../../components/IconButton.tsx';
import { count } from '../../../../components/words.ts';
import { useAppearance } from '../../../../state/appearance.ts';
import { GraphLegend } from './GraphLegend.tsx';
import { GraphList } from './GraphList.tsx';
import type { Spotlight } from './graph-scene.ts';
import classes from './ResultGraphView.module.css';
import { drawnPart, type ResultGraph } from './result-graph.ts';
import { SpotDetail } from './SpotDetail.tsx';
import { useDrawing } from './use-drawing.ts';

/** The returned nodes and relations, and no others. */
export default function ResultGraphView({ graph }: { graph: ResultGraph }) {
  const container = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Spotlight | null>(null);
  const [hovered, setHovered] = useState<Spotlight | null>(null);
  const scheme = useAppearance((state) => state.scheme);
  const part = useMemo(() => drawnPart(graph), [graph]);
  const { drawing, failed } = useDrawing(container, part, {
    scheme,
    selected,
    hovered,
    onHover: setHovered,
    onSelect: setSelected,
  });
  const { left } = part;
  const said = `${count(graph.nodes.length, 'node')}, ${count(graph.relations.length, 'relation')}`;
  return (
    <div className={classes.view}>
      <div className={classes.main}>
        <div className={classes.stage}>
          <div
            ref={container}
            className={classes.canvas}
            role="img"
            aria-label={`Graph of the result: ${said}. The list beside it has them all.`}
          />
          {failed && (
            <p className={classes.failed} role="alert">
              This browser cannot draw the graph (it has no WebGL). The list has all of it.
            </p>
          )}
          {drawing && (
            <div className={classes.tools}>
              <IconButton icon="plus" label="Nearer" onClick={() => drawing.zoom(true)} />
              <IconButton icon="minus" label="Farther" onClick={() => drawing.zoom(false)} />
              <IconButton icon="fit" label="Show all of the graph" onClick={() => drawing.fit()} />
            </div>
          )}
          {(left.nodes > 0 || left.relations > 0) && (
            <p className={classes.left}>
              Drawn: the first {count(part.nodes.length, 'node')} of {graph.nodes.length.toLocaleString('en')}
              {left.relations > 0 &&
                ` and ${count(part.relations.length, 'relation')} of ${graph.relations.length.toLocaleString('en')}`}
              . The table has them all.
            </p>
          )}
        </div>
        <GraphLegend graph={graph} scheme={scheme} />
      </div>
      <aside className={classes.side} aria-label="What the graph holds">
        <GraphList
          graph={graph}
          said={said}
          scheme={scheme}
          selected={selected}
          onHover={setHovered}
          onSelect={(spot) => {
            setSelected(spot);
            if (spot.type === 'node') drawing?.reveal(spot.ref);
          }}
        />
        {selected && (
          <SpotDetail
            key={selected.ref}
            graph={graph}
            spot={selected}
            onSelect={setSelected}
            onClose={() => setSelected(null)}
          />
        )}
      </aside>
    </div>
  );
}
