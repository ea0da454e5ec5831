import { beforeEach, describe, expect, it } from 'vitest';
import { useHistory } from '../../../web/state/history.ts';
import { useView } from '../../../web/state/view.ts';
import { followView } from '../../../web/state/view-history.ts';
import { frameAt, useYearPlay, yearOnMap } from '../../../web/state/year-play.ts';

const [view, history, play] = [useView.getState(), useHistory.getState(), useYearPlay.getState()];
beforeEach(() => {
  useView.setState(view, true);
  useHistory.setState(history, true);
  useYearPlay.setState(play, true);
});

const years = () => {
  const { from, to } = useView.getState().narrowing;
  return [from, to];
};
const labels = () => useHistory.getState().past.map(({ label }) => label);

describe('playing the years', () => {
  it('shows all up to a year, or so many years', () => {
    expect(frameAt(2015, 0)).toEqual({ from: null, to: 2015 });
    expect(frameAt(2015, 1)).toEqual({ from: 2015, to: 2015 });
    expect(frameAt(2015, 3)).toEqual({ from: 2013, to: 2015 });
  });

  it('is one step of undo, however many years went by', async () => {
    const leave = followView();
    useView.getState().narrow({ from: 2001, to: 2004 });
    const { show } = useYearPlay.getState();
    for (const year of [2010, 2011, 2012]) show(year);
    expect(labels()).toEqual(['filter', 'playing the years']);
    await useHistory.getState().undo();
    expect(years()).toEqual([2001, 2004]);
    await useHistory.getState().redo();
    expect(years()).toEqual([null, 2012]);
    leave();
  });

  it('begins another step once something else was done, and after undo', async () => {
    const leave = followView();
    const { show } = useYearPlay.getState();
    show(2010);
    useView.getState().narrow({ core: 2 });
    show(2011);
    expect(labels()).toEqual(['playing the years', 'filter', 'playing the years']);
    await useHistory.getState().undo();
    expect(years()).toEqual([null, 2010]);
    show(2012);
    expect(labels()).toHaveLength(3);
    leave();
  });

  it('knows when the years were chosen otherwise', () => {
    useYearPlay.getState().show(2010);
    const { narrowing } = useView.getState();
    expect(yearOnMap(useYearPlay.getState(), narrowing)).toBe(2010);
    expect(yearOnMap(useYearPlay.getState(), { from: 2009, to: 2010 })).toBeNull();
    useYearPlay.getState().setWidth(5);
    expect(years()).toEqual([2006, 2010]);
    useView.getState().narrow({ from: null, to: null });
    useYearPlay.getState().setWidth(1);
    expect(years()).toEqual([null, null]);
  });
});
