import { useState } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { RowButton } from '../../components/RowButton.tsx';
import { Section } from '../../components/Section.tsx';
import { useServer } from '../../state/host.ts';
import { sameLensQuery } from '../../state/lens-query.ts';
import { deleteLens, renameLens, type SavedLens, useSavedLenses } from '../../state/saved-lenses.ts';
import { useView } from '../../state/view.ts';
import { LensNameForm } from './LensNameForm.tsx';
import classes from './lenses.module.css';
import { drawOnly } from './show-result.ts';

/** Lenses of this browser: shown by a click, renamed and deleted. */
export function SavedLenses() {
  const lenses = useSavedLenses((state) => state.lenses);
  const isServed = useServer();
  if (lenses.length === 0 || !isServed) return null;
  return (
    <Section title="Saved lenses">
      <ul className="plain">
        {lenses.map((lens) => (
          <Row key={lens.id} lens={lens} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ lens }: { lens: SavedLens }) {
  const { lens: shown, query } = useView();
  const [renaming, setRenaming] = useState(false);
  if (renaming) {
    return (
      <li>
        <LensNameForm
          first={lens.name}
          onDone={(name) => {
            if (name !== null) renameLens(lens, name);
            setRenaming(false);
          }}
        />
      </li>
    );
  }
  return (
    <li className={classes.row}>
      <RowButton
        name={lens.name}
        pressed={shown === 'query' && sameLensQuery(query, lens.query)}
        onClick={() => drawOnly(lens.query)}
      />
      <button type="button" className={classes.small} onClick={() => setRenaming(true)}>
        Rename<span className="sr-only"> {lens.name}</span>
      </button>
      <IconButton icon="close" label={`Delete ${lens.name}`} onClick={() => deleteLens(lens)} />
    </li>
  );
}
