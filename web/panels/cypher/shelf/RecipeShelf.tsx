import { useState } from 'react';
import { cachedName } from '../../../queries.ts';
import type { LinkedStatement } from '../../../state/console.ts';
import { useSelection } from '../../../state/selection.ts';
import { INTENTS, type Recipe } from './recipe.ts';
import { RECIPES } from './recipes.ts';
import classes from './Shelf.module.css';
import { ShelfRow } from './ShelfRow.tsx';
import type { ShelfProps } from './shelf-props.ts';

/** With what is selected in place of its example. */
function filledIn({ statement, parameters = [] }: Recipe): LinkedStatement {
  const { current } = useSelection.getState();
  const name = current && cachedName(current);
  const rows = parameters.map((row) => (name && current?.type === row.name ? { ...row, text: name } : row));
  return { statement, rows };
}

/** Statements for what people want to know, grouped by that. */
export function RecipeShelf({ onTake, onRun }: ShelfProps) {
  const [typed, setTyped] = useState('');
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = RECIPES.filter(({ name, intent, statement }) =>
    words.every((word) => `${name} ${intent} ${statement}`.toLowerCase().includes(word)),
  );
  return (
    <>
      <input
        type="search"
        className={classes.search}
        aria-label="Find a recipe"
        placeholder="Find a recipe"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.length === 0 && <p className={classes.none}>No recipe has these words.</p>}
      {INTENTS.map((intent) => {
        const inside = found.filter((recipe) => recipe.intent === intent);
        if (inside.length === 0) return null;
        return (
          <section key={intent} aria-label={intent}>
            <h3 className={classes.group}>{intent}</h3>
            <ul className="plain">
              {inside.map((recipe) => (
                <ShelfRow
                  key={recipe.name}
                  name={recipe.name}
                  label={recipe.name}
                  statement={recipe.statement}
                  onTake={() => onTake(filledIn(recipe))}
                  onRun={() => onRun(filledIn(recipe))}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
