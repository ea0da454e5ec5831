import { KEY_FREE_PEERS, type Peer, TRAINED_ON_SCIERC } from '../peers.ts';
import { markdownTable, percent, round } from './markdown-table.ts';

const COSTS = ['documents per CPU second', 'cold start, s', 'MB'];

const costsOf = ({ perCpuSecond, coldSeconds, megabytes }: Peer): string[] => [
  round(perCpuSecond),
  round(coldSeconds),
  round(megabytes),
];

function peerTable(peers: readonly Peer[], columns: readonly (readonly [measure: string, head: string])[]) {
  return markdownTable(
    ['', ...columns.map(([, head]) => head), ...COSTS],
    peers.map((peer) => [
      peer.name,
      ...columns.map(([measure]) => percent(peer.figures[measure])),
      ...costsOf(peer),
    ]),
  );
}

export function keyFreePeers(): string {
  return peerTable(KEY_FREE_PEERS, [
    ['exact', 'spans, exact'],
    ['terms', 'terms'],
    ['shared', 'links'],
    ['keyphrasesAt10', 'keyphrases, first 10'],
  ]);
}

export function trainedPeers(): string {
  return peerTable(TRAINED_ON_SCIERC.peers, [
    ['exact', 'spans, exact'],
    ['terms', 'terms'],
    ['shared', 'links'],
    ['typed', 'four kinds'],
    ['typedAll', 'all kinds'],
  ]);
}
