import { beforeEach, describe, expect, it } from 'vitest';
import { useHistory } from '../../../web/state/history.ts';
import { useView } from '../../../web/state/view.ts';
import { followView, unrecorded } from '../../../web/state/view-history.ts';

const firstView = useView.getState();
const firstHistory = useHistory.getState();
beforeEach(() => {
  useView.setState(firstView, true);
  useHistory.setState(firstHistory, true);
});

describe('the history', () => {
  it('takes back and does again what changes the view, and only that', async () => {
    const stop = followView(() => 0);
    const { hide, setLens, hover } = useView.getState();
    hide(['a', 'b']);
    hover('c');
    // Nothing is laid over the map.
    useView.getState().collapse();
    setLens('papers');
    unrecorded(() => useView.getState().pin([['d', { x: 1, y: 2 }]]));
    expect(useHistory.getState().past.map(({ label }) => label)).toEqual([
      'hidden nodes',
      'change of the lens',
    ]);
    await useHistory.getState().undo();
    expect(useView.getState().lens).toBe('all');
    expect([...useView.getState().hidden]).toEqual(['a', 'b']);
    await useHistory.getState().undo();
    expect(useView.getState().hidden.size).toBe(0);
    await useHistory.getState().redo();
    await useHistory.getState().redo();
    expect(useView.getState().lens).toBe('papers');
    stop();
  });

  it('counts one filter that is dragged as one step', async () => {
    let now = 0;
    const stop = followView(() => now);
    for (const from of [2001, 2002, 2003]) {
      useView.getState().narrow({ from });
      now += 100;
    }
    now += 5000;
    useView.getState().narrow({ from: 2010 });
    expect(useHistory.getState().past).toHaveLength(2);
    await useHistory.getState().undo();
    expect(useView.getState().narrowing.from).toBe(2003);
    await useHistory.getState().undo();
    expect(useView.getState().narrowing.from).toBeNull();
    stop();
  });

  it('drops the way forward after a new change, and keeps what could not be taken back', async () => {
    const log: string[] = [];
    const { record, undo, redo } = useHistory.getState();
    record({ label: 'one', undo: () => void log.push('-1'), redo: () => void log.push('+1') });
    await undo();
    record({ label: 'two', undo: () => Promise.reject(new Error('gone')), redo: () => {} });
    await redo();
    expect(log).toEqual(['-1']);
    await undo();
    expect(useHistory.getState().past.map(({ label }) => label)).toEqual(['two']);
    expect(useHistory.getState().failure).toMatchObject({ label: 'two' });
  });

  it('keeps what is recorded while a change is being taken back', async () => {
    const { record, undo } = useHistory.getState();
    let finish = () => {};
    record({
      label: 'slow',
      undo: () =>
        new Promise<void>((done) => {
          finish = done;
        }),
      redo: () => {},
    });
    const undone = undo();
    record({ label: 'meanwhile', undo: () => {}, redo: () => {} });
    finish();
    await undone;
    expect(useHistory.getState().past.map(({ label }) => label)).toEqual(['meanwhile']);
  });
});
