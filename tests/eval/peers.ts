/**
 * What others measured on the same sets with the same scorer, from `facts/extraction.md` of the measuring data
 * (November 2026, two shared cores). F1 in percent unless said otherwise; speed in documents per CPU second of
 * one process.
 */
export interface Peer {
  name: string;
  figures: Readonly<Record<string, number>>;
  perCpuSecond?: number;
}

export interface PeerGroup {
  title: string;
  peers: readonly Peer[];
}

const UNTRAINED: readonly (Peer & {
  inspec: number;
  figures: { exact: number; terms: number; shared: number };
})[] = [
  {
    name: 'MiniLM ranking of spaCy chunks',
    figures: { exact: 51.9, terms: 52.3, shared: 14.8 },
    inspec: 37.7,
    perCpuSecond: 8,
  },
  {
    name: 'spaCy noun chunks',
    figures: { exact: 45.0, terms: 45.5, shared: 4.5 },
    inspec: 29.5,
    perCpuSecond: 66,
  },
  { name: 'pytextrank', figures: { exact: 32.3, terms: 45.5, shared: 5.3 }, inspec: 32.7, perCpuSecond: 27 },
  {
    name: 'pke PositionRank',
    figures: { exact: 43.1, terms: 43.6, shared: 3.2 },
    inspec: 33.1,
    perCpuSecond: 11,
  },
  {
    name: 'wink POS pattern',
    figures: { exact: 37.9, terms: 37.8, shared: 3.6 },
    inspec: 26.7,
    perCpuSecond: 791,
  },
  { name: 'compromise', figures: { exact: 36.5, terms: 36.9, shared: 2.8 }, inspec: 21.2, perCpuSecond: 45 },
  { name: 'RAKE', figures: { exact: 32.2, terms: 32.9, shared: 2.7 }, inspec: 27.1, perCpuSecond: 3432 },
  { name: 'YAKE', figures: { exact: 26.5, terms: 22.9, shared: 2.0 }, inspec: 19.8, perCpuSecond: 108 },
];

export const UNTRAINED_ON_SCIERC: PeerGroup = {
  title: 'without training, no kinds',
  peers: UNTRAINED.map(({ name, figures, perCpuSecond }) => ({
    name,
    figures,
    ...(perCpuSecond === undefined ? {} : { perCpuSecond }),
  })),
};

/** Not comparable with an extractor that never saw SciERC: these were trained on its 350 training abstracts. */
export const TRAINED_ON_SCIERC: PeerGroup = {
  title: 'trained on the training half of this set',
  peers: [
    {
      name: 'CRF in plain JavaScript',
      figures: { exact: 64.6, terms: 65.0, typedAll: 54.1 },
      perCpuSecond: 277,
    },
    {
      name: 'CRF with word clusters',
      figures: { exact: 66.1, terms: 66.3, shared: 56.1, typedAll: 54.8 },
      perCpuSecond: 280,
    },
    {
      name: 'CRF distilled from MiniLM',
      figures: { exact: 70.5, terms: 70.5, typed: 59.5 },
      perCpuSecond: 300,
    },
    {
      name: 'MiniLM token classifier',
      figures: { exact: 74.7, terms: 75.1, shared: 67.2, typedAll: 62.6 },
      perCpuSecond: 30,
    },
    {
      name: 'the same, int8 ONNX',
      figures: { exact: 74.2, terms: 74.6, shared: 65.3, typedAll: 61.4 },
      perCpuSecond: 53,
    },
  ],
};

export const ON_INSPEC: PeerGroup = {
  title: 'without training',
  peers: UNTRAINED.map(({ name, inspec, perCpuSecond }) => ({
    name,
    figures: { keyphrasesAt10: inspec },
    ...(perCpuSecond === undefined ? {} : { perCpuSecond }),
  })),
};

export const ON_MED1250: PeerGroup = {
  title: 'without training; precision 94.6, recall 74.6',
  peers: [{ name: 'Schwartz and Hearst 2003', figures: { acronyms: 83.4 } }],
};

export const ON_NAMED_SYSTEM: PeerGroup = {
  title: 'without training',
  peers: [{ name: 'plain pattern', figures: { named: 66.7 } }],
};
