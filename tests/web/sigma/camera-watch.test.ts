import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchCamera } from '../../../web/sigma/camera-watch.ts';
import type { MapScene } from '../../../web/sigma/map-scene.ts';

/** Milliseconds that a frame takes; most of it after its callbacks, as drawing does. */
const SLOW_FRAME = 300;
/** More than the camera needs to rest once its last move was seen. */
const PAUSE = 200;

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('window', { setTimeout, clearTimeout });
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => {
    frames[frame - 1] = () => {};
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function frame(milliseconds: number): void {
  for (const callback of frames.splice(0)) callback();
  vi.advanceTimersByTime(milliseconds);
}

function watched(edges: number) {
  let x = 0;
  let told = () => {};
  const canvases = { edges: { style: { display: '' } }, hoverNodes: { style: { display: '' } } };
  const camera = {
    ratio: 1,
    getState: () => ({ x, y: 0, ratio: 1, angle: 0 }),
    on: (_: string, tell: () => void) => {
      told = tell;
    },
    off: vi.fn(),
  };
  const ask = vi.fn();
  const scene = {
    sigma: { getCamera: () => camera, getCanvases: () => canvases },
    graph: { size: edges },
    repaint: { ask },
    held: null,
    distance: 1,
    moving: false,
  } as unknown as MapScene;
  const end = watchCamera(scene);
  const move = () => {
    x += 0.01;
    told();
  };
  return { scene, canvases, ask, move, end };
}

describe('the camera over a large map', () => {
  it('moves until a pause after the frame that showed its last move', () => {
    const { scene, ask, move } = watched(6000);
    move();
    expect(scene.moving).toBe(true);
    frame(16);
    frame(PAUSE);
    expect(scene.moving).toBe(false);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('does not rest while slow frames are drawn between two moves', () => {
    const { scene, ask, move } = watched(6000);
    for (let at = 0; at < 5; at++) {
      move();
      frame(SLOW_FRAME);
      expect(scene.moving).toBe(true);
    }
    expect(ask).not.toHaveBeenCalled();
  });

  it('shows no canvas that stays empty meanwhile, and shows them again at rest', () => {
    const { canvases, move } = watched(6000);
    move();
    expect([canvases.edges.style.display, canvases.hoverNodes.style.display]).toEqual(['none', 'none']);
    frame(16);
    frame(PAUSE);
    expect([canvases.edges.style.display, canvases.hoverNodes.style.display]).toEqual(['', '']);
  });

  it('keeps its edges where they are few', () => {
    const { scene, canvases, move } = watched(100);
    move();
    expect(scene.moving).toBe(false);
    expect(canvases.edges.style.display).toBe('');
  });

  it.each<[string, (scene: MapScene) => void]>([
    ['a panel opens', (scene) => Object.assign(scene, { held: { until: Number.POSITIVE_INFINITY } })],
    ['a filter leaves few edges', (scene) => Object.assign(scene.graph, { size: 100 })],
  ])('comes to rest though %s while it moves', (_, happen) => {
    const { scene, canvases, move } = watched(6000);
    move();
    happen(scene);
    move();
    frame(16);
    frame(PAUSE);
    expect(scene.moving).toBe(false);
    expect(canvases.edges.style.display).toBe('');
  });

  it('is left alone once the watch has ended', () => {
    const { ask, move, end } = watched(6000);
    move();
    end();
    frame(16);
    frame(PAUSE);
    expect(ask).not.toHaveBeenCalled();
  });
});
