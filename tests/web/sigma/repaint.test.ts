import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyGraph } from '../../../web/sigma/map-scene.ts';
import { Repaint } from '../../../web/sigma/repaint.ts';

interface Request {
  partialGraph?: { nodes?: string[] };
  skipIndexation?: boolean;
}

/** Frames that come when they are called for. */
let frames: (() => void)[] = [];
const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = globalThis;

beforeEach(() => {
  frames = [];
  globalThis.requestAnimationFrame = (callback) => frames.push(() => callback(0));
  globalThis.cancelAnimationFrame = (frame) => {
    if (frame > 0) frames[frame - 1] = () => {};
  };
});
afterEach(() => {
  globalThis.requestAnimationFrame = request;
  globalThis.cancelAnimationFrame = cancel;
});

function drawing() {
  const asked: (Request | undefined)[] = [];
  const graph = emptyGraph();
  graph.addNode('a', {} as never);
  const sigma = { refresh: (options?: Request) => asked.push(options) };
  return { asked, repaint: new Repaint({ sigma: sigma as never, graph }) };
}

const runFrames = () => {
  for (const frame of frames.splice(0)) frame();
};

describe('Repaint', () => {
  it('does once in a frame what was asked for, at the strongest', () => {
    const { asked, repaint } = drawing();
    repaint.ask('paint');
    repaint.ask('order');
    repaint.ask('view');
    expect(asked).toEqual([]);
    runFrames();
    expect(asked).toEqual([undefined]);
    runFrames();
    expect(asked).toHaveLength(1);
  });

  it('never paints a part while the whole waits', () => {
    const { asked, repaint } = drawing();
    repaint.ask('order');
    repaint.now();
    repaint.ask('paint');
    runFrames();
    expect(asked).toEqual([undefined, { partialGraph: { nodes: ['a'], edges: [] }, skipIndexation: true }]);
  });

  it('does nothing after it was stopped', () => {
    const { asked, repaint } = drawing();
    repaint.ask('order');
    repaint.stop();
    runFrames();
    expect(asked).toEqual([]);
  });
});
