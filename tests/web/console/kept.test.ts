import { beforeEach, describe, expect, it } from 'vitest';
import {
  byFolder,
  type FavouriteContent,
  favouritesFile,
  readFavourites,
  useFavourites,
} from '../../../web/state/console-favourites.ts';
import {
  boundRuns,
  findRuns,
  HISTORY_BOUNDS,
  type PastRun,
  usePastRuns,
} from '../../../web/state/console-history.ts';
import { rowsOf } from '../../../web/state/console-parameters.ts';
import { useHistory } from '../../../web/state/history.ts';

const run = (statement: string, at = 0): Omit<PastRun, 'id'> => ({
  statement,
  parameters: rowsOf({ year: 2020 }),
  mode: 'run',
  at,
  milliseconds: 3,
  rows: 1,
  truncated: false,
  failure: null,
});
const undo = () => useHistory.getState().undo();
const redo = () => useHistory.getState().redo();

describe('the history of statements', () => {
  const statements = () => usePastRuns.getState().runs.map(({ statement }) => statement);
  beforeEach(() => usePastRuns.setState({ runs: [] }));

  it('has the last first, and the same again only once', () => {
    const { add } = usePastRuns.getState();
    add(run('RETURN 1', 1));
    add(run('RETURN 2', 2));
    add(run('RETURN 2', 3));
    expect(statements()).toEqual(['RETURN 2', 'RETURN 1']);
    expect(usePastRuns.getState().runs[0]!.at).toBe(3);
  });

  it('is found by words of the statement, its parameters and its failure', () => {
    const { add } = usePastRuns.getState();
    add(run('MATCH (p:Paper) RETURN p', 1));
    add({ ...run('MATCH (c:Concept) RETURN c', 2), failure: 'Took too long' });
    const find = (typed: string) => findRuns(usePastRuns.getState().runs, typed).length;
    expect([
      find('paper match'),
      find('too LONG'),
      find('$year 2020'),
      find('paper concept'),
      find(' '),
    ]).toEqual([1, 1, 2, 0, 2]);
  });

  it('is bounded by number and by length', () => {
    const many = Array.from({ length: HISTORY_BOUNDS.runs + 5 }, (_, i) => ({
      ...run(`RETURN ${i}`),
      id: String(i),
    }));
    expect(boundRuns(many)).toHaveLength(HISTORY_BOUNDS.runs);
    const long = 'x'.repeat(HISTORY_BOUNDS.characters / 4);
    expect(boundRuns(many.map((one, i) => ({ ...one, statement: `${long}${i}` })))).toHaveLength(3);
  });

  it('comes back when its clearing is undone, with what was run since', async () => {
    const { add, clear, remove } = usePastRuns.getState();
    add(run('RETURN 1', 1));
    add(run('RETURN 2', 2));
    remove(usePastRuns.getState().runs[0]!.id);
    expect(statements()).toEqual(['RETURN 1']);
    await undo();
    clear();
    add(run('RETURN 3', 3));
    await undo();
    expect(statements()).toEqual(['RETURN 3', 'RETURN 2', 'RETURN 1']);
    await redo();
    expect(statements()).toEqual(['RETURN 3']);
  });
});

describe('favourites', () => {
  const content = (name: string, folder = ''): FavouriteContent => ({
    name,
    folder,
    statement: `RETURN "${name}"`,
    parameters: [],
  });
  const kept = () =>
    byFolder(useFavourites.getState().favourites).map(([folder, all]) => [
      folder,
      all.map(({ name }) => name),
    ]);
  beforeEach(() => useFavourites.setState({ favourites: [] }));

  it('stand in folders, by name, and every change of them can be undone', async () => {
    const { add, change, renameFolder, remove } = useFavourites.getState();
    add(content('b', 'Mine'));
    add(content('a', 'Mine'));
    add(content('loose'));
    expect(kept()).toEqual([
      ['', ['loose']],
      ['Mine', ['a', 'b']],
    ]);
    const { id } = useFavourites.getState().favourites[0]!;
    change(id, { name: 'c', folder: 'Others' });
    renameFolder('Mine', 'Ours');
    remove(id);
    expect(kept()).toEqual([
      ['', ['loose']],
      ['Ours', ['a']],
    ]);
    await undo();
    await undo();
    await undo();
    expect(kept()).toEqual([
      ['', ['loose']],
      ['Mine', ['a', 'b']],
    ]);
  });

  it('go into a file and come back from it, each once', () => {
    const { add, take } = useFavourites.getState();
    add(content('a', 'Mine'));
    const file = favouritesFile(useFavourites.getState().favourites);
    expect(file).not.toContain('"id"');
    const read = readFavourites(file)!;
    expect(take(read)).toBe(0);
    expect(take([...read, content('new')])).toBe(1);
    expect(kept()).toEqual([
      ['', ['new']],
      ['Mine', ['a']],
    ]);
  });

  it.each([
    ['no JSON', '{'],
    ['another file', '[]'],
    ['another version', '{"lacuna":"favourites","version":2,"favourites":[]}'],
    [
      'a statement that is none',
      JSON.stringify({ lacuna: 'favourites', version: 1, favourites: [{ ...content('a'), statement: 5 }] }),
    ],
    [
      'a name that turns the direction of text',
      JSON.stringify({ lacuna: 'favourites', version: 1, favourites: [content('a\u202eb')] }),
    ],
    [
      'more than fit',
      JSON.stringify({ lacuna: 'favourites', version: 1, favourites: Array(501).fill(content('a')) }),
    ],
  ])('are not read from %s', (_, text) => {
    expect(readFavourites(text)).toBeNull();
  });
});
