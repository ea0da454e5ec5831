import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { BOUNDS, EDGE_TYPES, type EdgeType, type NodeKind, nodeKindSchema } from '../../../graph/contract.ts';
import { Failure } from '../../components/Failure.tsx';
import { relationName } from '../../components/relation-words.ts';
import { pluralOf } from '../../components/words.ts';
import { expandNode } from '../../navigation.ts';
import { type ExpansionChoice, useView } from '../../state/view.ts';
import classes from './ExpandForm.module.css';
import { expansionExtent } from './expansion-extent.ts';

const FIRST = 40;
/** How the number grows when more is asked for. */
const STEP = 2;
const RELATIONS = EDGE_TYPES.filter((type) => type !== 'LINKS');

/** Which neighbours of a node are laid over the map, and how many at most. */
export function ExpandForm({ id, name }: { id: string; name: string }) {
  const expansion = useView((state) => state.expansions.get(id));
  const [relation, setRelation] = useState<EdgeType | ''>(expansion?.choice.relation ?? '');
  const [kind, setKind] = useState<NodeKind | ''>(expansion?.choice.kind ?? '');
  const [limit, setLimit] = useState(expansion?.choice.limit ?? FIRST);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const extent = expansion && expansionExtent(expansion);

  const ask = async (most: number) => {
    if (asking) return;
    const choice: ExpansionChoice = {
      limit: most,
      ...(relation && { relation }),
      ...(kind && { kind }),
    };
    setAsking(true);
    setError(null);
    setLimit(most);
    await expandNode(id, choice).catch(setError);
    setAsking(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ask(limit);
  };
  return (
    <form className={classes.form} aria-busy={asking} onSubmit={submit} aria-label={`Expand ${name}`}>
      <h3>Expand {name}</h3>
      <label>
        <span>Links</span>
        <select
          aria-label="Links"
          value={relation}
          data-autofocus
          onChange={({ target }) => setRelation(target.value as EdgeType | '')}
        >
          <option value="">All</option>
          {RELATIONS.map((type) => (
            <option key={type} value={type}>
              {relationName(type)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>To</span>
        <select
          aria-label="To"
          value={kind}
          onChange={({ target }) => setKind(target.value as NodeKind | '')}
        >
          <option value="">All kinds</option>
          {nodeKindSchema.options.map((option) => (
            <option key={option} value={option}>
              {pluralOf(option)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>At most</span>
        <input
          aria-label="At most"
          type="number"
          min={1}
          max={BOUNDS.neighbours}
          value={limit}
          onChange={({ target }) =>
            setLimit(Math.min(BOUNDS.neighbours, Math.max(1, target.valueAsNumber || 1)))
          }
        />
      </label>
      <p className={classes.extent} role="status">
        {asking ? 'Asking…' : extent ? `${extent.shown} of ${extent.of} shown` : ''}
      </p>
      {error !== null && (
        <Failure what="The neighbours could not be loaded." error={error} onRetry={() => void ask(limit)} />
      )}
      <div className={classes.buttons}>
        <Button type="submit" size="compact-sm" variant="default">
          {expansion ? 'Expand anew' : 'Expand'}
        </Button>
        {extent && extent.shown < extent.of && limit < BOUNDS.neighbours && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void ask(Math.min(BOUNDS.neighbours, limit * STEP))}
          >
            Show up to {Math.min(BOUNDS.neighbours, limit * STEP)}
          </Button>
        )}
        {expansion && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => useView.getState().collapse(id)}
          >
            Collapse
          </Button>
        )}
      </div>
    </form>
  );
}
