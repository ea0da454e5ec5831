import { describe, expect, it } from 'vitest';
import { brokenRules } from './arrows.ts';
import { findCycle, readSources, type Source } from './sources.ts';

const sources = readSources();
const source = (path: string, imports: string[], packages: string[] = []): Source => ({
  path,
  imports,
  packages,
  lines: 1,
});

describe('the arrows of the design', () => {
  it('hold in every file', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(brokenRules(sources)).toEqual([]);
  });

  it('are told when broken', () => {
    const broken = [
      source('graph/analysis/themes.ts', ['graph/store/store.ts']),
      source('graph/server/app.ts', ['graph/store/open.ts']),
      source('web/state/view.ts', ['web/panels/paper.tsx']),
      source('web/api.ts', ['graph/errors.ts']),
      source('ingest/pipeline.ts', ['graph/analyse.ts']),
      source('graph/analyse.ts', ['graph/store/neo4j/neo4j-store.ts']),
      source('ingest/cli/session.ts', ['graph/store/embedded/embedded-store.ts']),
      source('graph/analysis/themes.ts', ['graph/projection/pages.ts']),
      source('graph/schema.ts', ['graph/errors.ts']),
      source('graph/server/routes/cypher.ts', [], ['neo4j-driver']),
    ];
    for (const one of broken) expect(brokenRules([one]), one.path).not.toEqual([]);
    for (const path of ['ingest/load/loader.ts', 'ingest/cli/session.ts', 'web/api.ts']) {
      expect(brokenRules([source(path, ['graph/store/neo4j/neo4j-store.ts'])])).toContainEqual(
        expect.stringMatching(/only open imports the backends$/),
      );
    }
  });

  it('make no cycle', () => {
    expect(findCycle(sources)).toBeNull();
    expect(findCycle([source('a', ['b']), source('b', ['c']), source('c', ['b'])])).toEqual(['b', 'c', 'b']);
  });
});
