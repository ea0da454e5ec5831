import type { Measured } from './eval-set.ts';
import type { EvalResult } from './evaluate.ts';
import type { Peer, PeerGroup } from './peers.ts';
import type { SpeedResult } from './speed.ts';

const LABEL_WIDTH = 34;
const FIGURE_WIDTH = 10;

const figure = (value: number | null | undefined): string =>
  (value === null || value === undefined ? '–' : value.toFixed(1)).padStart(FIGURE_WIDTH);

const speed = (value: number | undefined): string =>
  (value === undefined ? '–' : Math.round(value).toString()).padStart(FIGURE_WIDTH);

const row = (label: string, ...cells: string[]): string => `  ${label.padEnd(LABEL_WIDTH)}${cells.join('')}`;
const head = (text: string): string => text.padStart(FIGURE_WIDTH);

function bestPeer(measure: string, peers: readonly Peer[]): Peer | undefined {
  return peers
    .filter(({ figures }) => figures[measure] !== undefined)
    .sort((a, b) => (b.figures[measure] ?? 0) - (a.figures[measure] ?? 0))[0];
}

function besidePeer({ measure, label, precision, recall, f1 }: Measured, peers: readonly Peer[]): string {
  const best = bestPeer(measure, peers);
  const cells = [figure(precision), figure(recall), figure(f1), figure(best?.figures[measure])];
  return row(label, ...cells) + (best ? `  ${best.name}` : '');
}

function peerRows({ title, peers }: PeerGroup, measures: readonly string[]): string[] {
  const shown = measures.filter((measure) => peers.some(({ figures }) => figures[measure] !== undefined));
  return [
    row(
      `peers ${title}`,
      ...shown.map((name) => name.slice(0, FIGURE_WIDTH - 1).padStart(FIGURE_WIDTH)),
      head('docs/CPUs'),
    ),
    ...peers.map(({ name, figures, perCpuSecond }) =>
      row(`  ${name}`, ...shown.map((measure) => figure(figures[measure])), speed(perCpuSecond)),
    ),
  ];
}

/** Rules and word lists were written with the `dev` sets in view, so these flatter; on `test` sets nothing may be chosen. */
function cautionFor(set: string): string[] {
  return set.endsWith('.dev')
    ? ['  a set to choose on: the rules were written with it in view, so this flatters']
    : [];
}

/** One extractor on one set as text: its figures, the best peer's F1 beside them. */
export function formatResult(result: EvalResult, groups: readonly PeerGroup[]): string {
  const [first] = groups;
  return [
    `${result.set}, ${result.extractor}: ${result.documents} documents, ${Math.round(result.perCpuSecond)} per CPU second`,
    ...cautionFor(result.set),
    row('', head('precision'), head('recall'), head('F1'), head('best peer')),
    ...result.measured.map((measured) => besidePeer(measured, first?.peers ?? [])),
    '',
  ].join('\n');
}

/** Each group of peers with what they reach of some measures. */
export function formatPeers(groups: readonly PeerGroup[], measured: readonly Measured[]): string {
  const measures = measured.map(({ measure }) => measure);
  return [...groups.flatMap((group) => peerRows(group, measures)), ''].join('\n');
}

export function formatSpeed({ extractor, documents, passes, perCpuSecond }: SpeedResult): string {
  return `speed, ${extractor}: ${Math.round(perCpuSecond)} abstracts per CPU second (${passes} times ${documents}, warm)`;
}
