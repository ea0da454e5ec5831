import { beforeEach, describe, expect, it } from 'vitest';
import { parseAppearance, schemeOf } from '../../../web/state/appearance.ts';
import { toggled, useView } from '../../../web/state/view.ts';
import { graphView } from '../graph-view.ts';

const start = useView.getState();
beforeEach(() => useView.setState(start, true));

describe('the view', () => {
  it('toggles members of a set without touching it', () => {
    const set = new Set(['a']);
    expect([...toggled(set, 'b')]).toEqual(['a', 'b']);
    expect([...toggled(set, 'a')]).toEqual([]);
    expect([...set]).toEqual(['a']);
  });

  it('numbers the requests to the camera, so that the same place can be asked for twice', () => {
    useView.getState().fly({ to: 'nodes', ids: ['a'] });
    const first = useView.getState().camera;
    useView.getState().fly({ to: 'nodes', ids: ['a'] });
    expect(useView.getState().camera.turn).toBe(first.turn + 1);
  });

  it('lays expansions over the map, takes off one or all, and starts a lens without them', () => {
    const { expand, collapse, setLens } = useView.getState();
    const view = graphView([{ id: 'n' }]);
    expand('a', view);
    expand('b', view);
    collapse('a');
    expect([...useView.getState().expansions.keys()]).toEqual(['b']);
    collapse();
    expect(useView.getState().expansions.size).toBe(0);
    expand('c', view);
    setLens('papers');
    expect(useView.getState().expansions.size).toBe(0);
  });
});

describe('the appearance', () => {
  it('follows the system unless the user chose', () => {
    expect(schemeOf('system', true)).toBe('dark');
    expect(schemeOf('system', false)).toBe('light');
    expect(schemeOf('light', true)).toBe('light');
    expect(parseAppearance('dark')).toBe('dark');
    expect(parseAppearance('sepia')).toBe('system');
    expect(parseAppearance(null)).toBe('system');
  });
});
