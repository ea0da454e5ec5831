import { useRef, useState } from 'react';
import { IconButton } from '../../../components/IconButton.tsx';
import { count } from '../../../components/words.ts';
import { useConsole } from '../../../state/console.ts';
import {
  byFolder,
  FAVOURITE_BOUNDS,
  type Favourite,
  favouritesFile,
  readFavourites,
  useFavourites,
} from '../../../state/console-favourites.ts';
import { downloadText } from '../../gaps/download-text.ts';
import { parametersIn } from '../text/statements.ts';
import { FavouriteForm } from './FavouriteForm.tsx';
import classes from './Shelf.module.css';
import { ShelfRow } from './ShelfRow.tsx';
import type { ShelfProps } from './shelf-props.ts';

/** What is being named: a new one, one that is there, or a folder. */
type Naming =
  | { what: 'new' }
  | { what: 'favourite'; favourite: Favourite }
  | { what: 'folder'; folder: string };

/** Statements with a name, in folders. */
export function FavouriteShelf(props: ShelfProps) {
  const { favourites, add, change, renameFolder, take } = useFavourites();
  const [naming, setNaming] = useState<Naming | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const groups = byFolder(favourites);
  const folders = groups.map(([folder]) => folder).filter(Boolean);

  async function bringIn(given: File | undefined) {
    if (!given) return;
    const read = given.size > FAVOURITE_BOUNDS.fileBytes ? null : readFavourites(await given.text());
    setSaid(
      read ? `${count(take(read), 'favourite is', 'favourites are')} new.` : 'This is no file of favourites.',
    );
  }

  return (
    <>
      <div className={classes.tools}>
        <button
          type="button"
          className={classes.tool}
          aria-label="Keep this statement"
          onClick={() => setNaming({ what: 'new' })}
        >
          Keep this
        </button>
        <button type="button" className={classes.tool} onClick={() => file.current?.click()}>
          Import
        </button>
        <button
          type="button"
          className={classes.tool}
          disabled={favourites.length === 0}
          onClick={() => downloadText(favouritesFile(favourites), 'favourites.json', 'application/json')}
        >
          Export
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept="application/json,.json"
          aria-label="File of favourites"
          onChange={(event) => {
            void bringIn(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {said && (
        <p className={classes.none} role="status">
          {said}
        </p>
      )}
      {naming?.what === 'new' && (
        <FavouriteForm
          folders={folders}
          onDone={(named) => {
            if (named) {
              const { statement, rows } = useConsole.getState();
              const names = parametersIn(statement);
              const parameters = rows.filter(({ name }) => names.includes(name));
              add({ ...named, statement: statement.trim(), parameters });
            }
            setNaming(null);
          }}
        />
      )}
      {favourites.length === 0 && !naming && (
        <p className={classes.none}>Give the statement in the editor a name, and find it here again.</p>
      )}
      {groups.map(([folder, inside]) => (
        <section key={folder} aria-label={folder || 'In no folder'}>
          {folder !== '' && (
            <h3 className={classes.group}>
              {folder}
              <IconButton
                icon="more"
                label={`Rename the folder ${folder}`}
                onClick={() => setNaming({ what: 'folder', folder })}
              />
            </h3>
          )}
          {naming?.what === 'folder' && naming.folder === folder && (
            <FavouriteForm
              folders={folders}
              folderOnly
              first={{ name: '', folder }}
              onDone={(named) => {
                if (named) renameFolder(folder, named.folder);
                setNaming(null);
              }}
            />
          )}
          <ul className="plain">
            {inside.map((favourite) =>
              naming?.what === 'favourite' && naming.favourite.id === favourite.id ? (
                <li key={favourite.id}>
                  <FavouriteForm
                    folders={folders}
                    first={favourite}
                    onDone={(named) => {
                      if (named) change(favourite.id, named);
                      setNaming(null);
                    }}
                  />
                </li>
              ) : (
                <FavouriteRow
                  key={favourite.id}
                  favourite={favourite}
                  onRename={() => setNaming({ what: 'favourite', favourite })}
                  {...props}
                />
              ),
            )}
          </ul>
        </section>
      ))}
    </>
  );
}

interface RowProps extends ShelfProps {
  favourite: Favourite;
  onRename(): void;
}

function FavouriteRow({ favourite, onRename, onTake, onRun }: RowProps) {
  const remove = useFavourites((state) => state.remove);
  const { id, name, statement, parameters: rows } = favourite;
  return (
    <ShelfRow
      name={name}
      label={name}
      statement={statement}
      onTake={() => onTake({ statement, rows })}
      onRun={() => onRun({ statement, rows })}
    >
      <IconButton icon="more" label={`Rename or move ${name}`} onClick={onRename} />
      <IconButton icon="close" label={`Delete ${name}`} onClick={() => remove(id)} />
    </ShelfRow>
  );
}
