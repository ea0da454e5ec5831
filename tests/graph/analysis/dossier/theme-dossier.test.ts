import { describe, expect, it } from 'vitest';
import { adjacencyOf } from '../../../../graph/analysis/adjacency.ts';
import {
  DEFAULT_DOSSIER,
  type DossierInput,
  type DossierSettings,
  themeDossiers,
} from '../../../../graph/analysis/dossier/theme-dossier.ts';
import { statedQuestions } from '../../../../graph/analysis/gaps/questions.ts';
import type { Literature } from '../../../../graph/analysis/literature.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { themeMembership } from '../../../../graph/analysis/theme-membership.ts';
import { conceptIndex, shuffled } from '../graphs.ts';
import { literatureOf, renamed } from '../literatures.ts';

const OPEN = 'It remains unclear why moss avoids peat at night.';

/** Two themes, moss and dune; paper m4 speaks of both. */
const LINES = [
  'm1 2010: moss peat sphagnum',
  'm2 2011: moss peat*0.5 bogset',
  'm3 2012: moss sieve bogset',
  'm4 2013: moss sieve dune',
  'd1 2010: dune sand',
  'd2 2013: dune sand wind',
];

const THEMES: Record<string, number> = {
  moss: 0,
  peat: 0,
  sphagnum: 0,
  sieve: 0,
  bogset: 0,
  dune: 1,
  sand: 1,
  wind: 1,
};

function literatureFrom(lines: string[]): Literature {
  const literature = renamed(literatureOf(...lines), {
    sieve: { kind: 'Method' },
    bogset: { kind: 'Dataset', name: 'BogSet-1' },
  });
  const papers = literature.papers.map((paper, i) => ({
    ...paper,
    abstract: literature.graph.paperIds[i]!.startsWith('m1') ? `${OPEN} Peat is brown.` : 'Nothing is said.',
  }));
  return { ...literature, papers };
}

function inputOf(lines = LINES, changes: Partial<DossierInput> = {}): DossierInput {
  const literature = literatureFrom(lines);
  const { graph } = literature;
  const index = (id: string) => conceptIndex(graph, id);
  const paper = (id: string) => graph.paperIds.indexOf(id);
  return {
    literature,
    membership: themeMembership(
      graph,
      new Map(Object.entries(THEMES)),
      new Uint8Array(graph.concepts.length),
    ),
    themeOf: Int32Array.from(graph.concepts, ({ id }) => THEMES[id] ?? -1),
    themeIds: ['theme-moss', 'theme-dune'],
    ties: adjacencyOf(graph.concepts.length, [
      { source: index('moss'), target: index('peat'), weight: 5 },
      { source: index('moss'), target: index('dune'), weight: 2 },
      { source: index('sieve'), target: index('dune'), weight: 1.5 },
    ]),
    paperTies: adjacencyOf(graph.paperIds.length, [
      { source: paper('m1'), target: paper('m2'), weight: 3 },
      { source: paper('m2'), target: paper('m3'), weight: 2 },
      { source: paper('m4'), target: paper('d2'), weight: 9 },
    ]),
    introduces: [
      { paper: paper('m2'), concept: index('bogset') },
      { paper: paper('m3'), concept: index('peat') },
    ],
    questions: statedQuestions(literature),
    ...changes,
  };
}

const dossiers = (settings: Partial<DossierSettings> = {}, input = inputOf()) =>
  themeDossiers(input, { ...DEFAULT_DOSSIER, ...settings });

describe('theme dossiers', () => {
  it('names the key papers and says why', () => {
    const [moss] = dossiers({ mostCentral: 1, recentYears: 1, recentKeyPapers: 0 });
    const why = Object.fromEntries(moss!.keyPapers.map((key) => [key.paper, key.why]));
    expect(Object.keys(why).sort()).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(why.m2).toEqual([
      'introduces BogSet-1',
      expect.stringMatching(/^about (.*, )?moss/),
      'shares most with the other papers of the theme',
      '100 % of it is this theme',
    ]);
    // An older paper speaks of peat: m3 can't have introduced it.
    expect(why.m3!.join()).not.toContain('introduces');
    expect(why.m4).toContain('recent (2013)');
    expect(why.m4!.join()).toMatch(/67 % of it is this theme/);
  });

  it('keeps a place for recent papers', () => {
    const keys = (settings: Partial<DossierSettings>) =>
      dossiers({ recentYears: 1, ...settings })[0]!.keyPapers.map(({ paper }) => paper);
    expect(keys({ keyPapers: 2, recentKeyPapers: 0 })).not.toContain('m4');
    expect(keys({ keyPapers: 2, recentKeyPapers: 1 })[1]).toBe('m4');
    expect(keys({ keyPapers: 2, recentKeyPapers: 1 })[0]).toBe(keys({ keyPapers: 2, recentKeyPapers: 0 })[0]);
  });

  it('knows no recent papers where none has a year', () => {
    const undated = inputOf(LINES.map((line) => line.replace(/ \d{4}/, ' -')));
    const [moss] = dossiers({}, undated);
    expect(moss!.keyPapers.flatMap(({ why }) => why).join()).not.toContain('recent');
    expect(moss!.years).toEqual([]);
  });

  it('lists defining concepts by kind, with class-based TF-IDF', () => {
    const [moss, dune] = dossiers();
    expect(moss!.defining.map(({ kind }) => kind)).toEqual(['Method', 'Dataset', 'Term']);
    expect(moss!.defining[2]!.concepts.map(({ concept }) => concept)).toEqual(['moss', 'peat']);
    // Sand is in d1 and d2 alone, each wholly of the theme: f = 2; A is what is mentioned over the two themes.
    const mentioned = 3 + 2.5 + 3 + 3 + 2 + 3;
    const sand = dune!.defining[0]!.concepts.find(({ concept }) => concept === 'sand')!;
    expect(sand.score).toBeCloseTo(2 * Math.log1p(mentioned / 2 / 2), 5);
  });

  it('counts methods by datasets, papers by year', () => {
    const [moss] = dossiers();
    expect(moss!.pairings).toEqual({ rows: ['sieve'], columns: ['bogset'], papers: [[1]] });
    expect(moss!.years).toEqual([2010, 2011, 2012, 2013].map((year) => ({ year, papers: 1 })));
    const [, dune] = dossiers();
    expect(dune!.pairings).toEqual({ rows: [], columns: [], papers: [] });
    expect(dune!.years).toHaveLength(4);
    expect(dune!.years[1]).toEqual({ year: 2011, papers: 0 });
  });

  it('shows what links two themes, from both sides alike', () => {
    const [moss, dune] = dossiers();
    expect(moss!.links).toEqual([
      { theme: 'theme-dune', weight: 3.5, papers: ['m4'], concepts: ['dune', 'moss', 'sieve'] },
    ]);
    expect(dune!.links).toEqual([{ ...moss!.links[0], theme: 'theme-moss' }]);
  });

  it('quotes what its papers call open', () => {
    const [moss, dune] = dossiers();
    expect(moss!.questions).toEqual([{ paper: 'm1', sentence: OPEN, field: 'abstract' }]);
    expect(dune!.questions).toEqual([]);
  });

  it('finds what bursts against the papers of the theme itself', () => {
    const lines: string[] = [];
    for (let year = 2000; year < 2010; year++) {
      for (let i = 0; i < 6; i++) {
        // All of moss grows at the end, peat within it at the start, sieve not at all.
        const more = year >= 2008 ? ['', 'x', 'y'] : [''];
        for (const twin of more) {
          const peat = year >= 2003 && year < 2006 ? ' peat' : '';
          lines.push(`p${year}${i}${twin} ${year}: moss${peat}${i === 0 ? ' sieve' : ''}`);
        }
      }
      lines.push(`d${year} ${year}: dune sand`);
    }
    const input = inputOf([...lines, ...LINES], { introduces: [], questions: [] });
    const [moss, dune] = dossiers({}, input);
    expect(moss!.bursts).toEqual([
      { concept: 'peat', from: 2003, to: 2005, weight: expect.any(Number), ongoing: false },
    ]);
    expect(dune!.bursts).toEqual([]);
  });

  it('works without ties of papers, and is plain data', () => {
    const found = dossiers({}, inputOf(LINES, { paperTies: null }));
    expect(found[0]!.keyPapers).toHaveLength(4);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('is the same whatever order the papers came in', () => {
    expect(dossiers({}, inputOf(shuffled(LINES, seededRandom(3))))).toEqual(dossiers());
  });

  it('keeps to its sizes', () => {
    const [moss] = dossiers({
      keyPapers: 1,
      recentKeyPapers: 0,
      definingOfKind: 1,
      bridgingConcepts: 1,
      links: 1,
    });
    expect(moss!.keyPapers).toHaveLength(1);
    for (const { concepts } of moss!.defining) expect(concepts).toHaveLength(1);
    expect(moss!.links[0]!.concepts).toEqual(['dune']);
  });
});
