import { beforeEach, expect, it } from 'vitest';
import { BOUNDS } from '../../../graph/contract.ts';
import { useHistory } from '../../../web/state/history.ts';
import { type LensQuery, readLensQuery } from '../../../web/state/lens-query.ts';
import {
  deleteLens,
  MOST_LENSES,
  nameOf,
  renameLens,
  saveLens,
  useSavedLenses,
} from '../../../web/state/saved-lenses.ts';

const query = (statement: string): LensQuery => readLensQuery({ statement })!;
const names = (): string[] => useSavedLenses.getState().lenses.map(({ name }) => name);
const { undo, redo } = useHistory.getState();

beforeEach(() => {
  useSavedLenses.getState().set([]);
  useHistory.setState({ past: [], future: [] });
});

it('saves, renames and deletes lenses, each as a step that can be undone by itself', async () => {
  saveLens(' Papers ', query('MATCH (p:Paper) RETURN p'));
  saveLens('Concepts', query('MATCH (c:Concept) RETURN c'));
  saveLens('All papers', query('MATCH (p:Paper) RETURN p'));
  expect(names()).toEqual(['All papers', 'Concepts']);
  expect(nameOf(useSavedLenses.getState().lenses, query('MATCH (c:Concept) RETURN c'))).toBe('Concepts');
  const [papers, concepts] = useSavedLenses.getState().lenses;
  renameLens(concepts!, '  ');
  renameLens(concepts!, 'Terms');
  deleteLens(papers!);
  expect(names()).toEqual(['Terms']);
  await undo();
  expect(names()).toEqual(['All papers', 'Terms']);
  for (let step = 0; step < 2; step++) await undo();
  expect(names()).toEqual(['Papers', 'Concepts']);
  await redo();
  expect(names()).toEqual(['All papers', 'Concepts']);
  for (let step = 0; step < 3; step++) await undo();
  expect(names()).toEqual([]);
});

it('keeps no more than it may, and takes no statement that is too long for an address', () => {
  for (let n = 0; n < MOST_LENSES + 3; n++) saveLens(`lens ${n}`, query(`RETURN ${n}`));
  expect(names()).toHaveLength(MOST_LENSES);
  expect(readLensQuery({ statement: `RETURN "${'x'.repeat(BOUNDS.lensStatement)}"` })).toBeNull();
  expect(readLensQuery({ statement: `RETURN "${'語'.repeat(1500)}"` })).toBeNull();
  expect(
    readLensQuery({ statement: 'RETURN $a', parameters: { a: 'x'.repeat(BOUNDS.lensParameters) } }),
  ).toBeNull();
});
