import { BOUNDS } from '../../../graph/contract.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { RowButton } from '../../components/RowButton.tsx';
import { Section } from '../../components/Section.tsx';
import { ThemeDot } from '../../components/ThemeDot.tsx';
import { count } from '../../components/words.ts';
import { isolateTheme, lookAround } from '../../navigation.ts';
import { useGraph, useThemes } from '../../queries.ts';
import { useSelection } from '../../state/selection.ts';
import { FIRST_CHOICE, useView } from '../../state/view.ts';
import { useNodeNames } from '../../use-node-names.ts';
import { SavedLenses } from '../lenses/SavedLenses.tsx';
import classes from './FocusSheet.module.css';
import { NodeFinder } from './NodeFinder.tsx';

/** A part of the graph to look at: what is around some nodes, or one theme. */
export default function FocusSheet() {
  const view = useView();
  const { data } = useGraph(view);
  const shown = data?.shown;
  return (
    <div className={classes.sheet}>
      <Around />
      <SavedLenses />
      <OneTheme />
      {shown && (
        <p className={classes.cap}>
          {shown.nodes < shown.of
            ? `${shown.nodes.toLocaleString('en')} of ${count(shown.of, 'node')} are drawn, ${data.found ? 'the first that are returned' : 'the weightiest'}; the map can draw more.`
            : `All ${count(shown.of, 'node')} are drawn.`}
        </p>
      )}
    </div>
  );
}

function Around() {
  const { lens, centre, depth, choose } = useView();
  const current = useSelection((state) => state.current);
  const around = lens === 'ego' ? centre : [];
  const nameOf = useNodeNames(around);
  const candidate =
    current && (current.type === 'paper' || current.type === 'concept') && !around.includes(current.id)
      ? current.id
      : null;
  const candidateName = useNodeNames(candidate === null ? [] : [candidate]);
  const add = (id: string) => lookAround([...around, id], around.length > 0 ? depth : 1);
  const remove = (id: string) => {
    const left = around.filter((other) => other !== id);
    if (left.length > 0) choose({ centre: left });
    else choose({ lens: FIRST_CHOICE.lens, centre: [], depth: FIRST_CHOICE.depth, expansions: new Map() });
  };
  return (
    <Section title="Around">
      <ul className="plain">
        {around.map((id) => (
          <li key={id} className={classes.centre}>
            <span>{nameOf(id)}</span>
            <IconButton icon="close" label={`Not around ${nameOf(id)}`} onClick={() => remove(id)} />
          </li>
        ))}
      </ul>
      {around.length > 0 && (
        <fieldset className={classes.depth} aria-label="Steps away">
          <IconButton
            icon="minus"
            label="A step less"
            disabled={depth <= 1}
            onClick={() => choose({ depth: depth - 1 })}
          />
          <output>{count(depth, 'step')}</output>
          <IconButton
            icon="plus"
            label="A step more"
            disabled={depth >= BOUNDS.depth}
            onClick={() => choose({ depth: depth + 1 })}
          />
        </fieldset>
      )}
      {candidate !== null && around.length < BOUNDS.centres && (
        <button type="button" className={classes.selected} onClick={() => add(candidate)}>
          {around.length > 0 ? 'And around' : 'Around'} {candidateName(candidate)}
        </button>
      )}
      {around.length < BOUNDS.centres && (
        <NodeFinder
          label={around.length > 0 ? 'And around another one' : 'A paper or concept'}
          accepts={(hit) => hit.kind !== 'Theme' && !around.includes(hit.id)}
          onFind={(hit) => add(hit.id)}
        />
      )}
    </Section>
  );
}

function OneTheme() {
  const theme = useView((state) => state.theme);
  const { data } = useThemes();
  const tops = data?.themes.filter(({ level }) => level === 0) ?? [];
  if (tops.length === 0) return null;
  return (
    <Section title="One theme">
      <ul className={`plain ${classes.themes}`}>
        {tops.map(({ id, label, colour, paperCount }) => (
          <li key={id}>
            <RowButton
              lead={<ThemeDot colour={colour} />}
              name={label}
              tail={count(paperCount, 'paper')}
              pressed={theme === id}
              onClick={() => isolateTheme(id)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
